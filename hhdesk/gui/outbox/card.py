"""One entry in full: what is the matter and the ways out, the letter, the story, the request code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from hhdesk.domain.negotiations import Address
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxState, WriteKind
from hhdesk.domain.values import Form
from hhdesk.gui.compiled.ui_outbox_card import Ui_OutboxCardForm
from hhdesk.gui.kit.avatar import Avatar, initials
from hhdesk.gui.kit.buttons import Button, Kind, LinkButton
from hhdesk.gui.kit.chips import Badge
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.labels import IconLabel
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.panes import Card
from hhdesk.gui.kit.rowdata import RowAvatar
from hhdesk.gui.kit.states import EmptyState
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Type
from hhdesk.gui.labels import dress
from hhdesk.gui.moments import countdown, day_and_time
from hhdesk.gui.notice import Notice
from hhdesk.gui.outbox.rows import Held, held
from hhdesk.gui.outbox.story import Story
from hhdesk.gui.resumes.document import Passage
from hhdesk.gui.resumes.texts import PassageText
from hhdesk.gui.sections import Way
from hhdesk.gui.sentences import act_name, name_of, outcome, proof, sentence_for, way_words
from hhdesk.gui.words import WayOut

EDITABLE = frozenset({OutboxState.WAITING, OutboxState.REFUSED})


class OutboxCard(QWidget):
    """Shows an entry and emits what the person wants with it."""

    take_back = Signal(int)
    give_up = Signal(int)
    repeat = Signal(int)
    send_now = Signal(int)
    hold_wanted = Signal(int)
    """A waiting entry is to be changed: once it is in hand, `edit_held` opens the editor."""
    released = Signal(int)
    """The person left the letter of an entry in hand as it was."""
    edited = Signal(int, object)
    """Id, and the Intent to send instead."""
    address_wanted = Signal(int)
    place_wanted = Signal(int)
    """The person wants to see where the response is now."""
    site_wanted = Signal(int)
    copied = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], online: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._online = now, online
        self._entry: OutboxEntry | None = None
        self._begun: dict[int, str] = {}
        """What the person has written in the editor so far, by entry; kept while others are looked at."""
        self.form = Ui_OutboxCardForm()
        self.form.setupUi(self)
        self.setObjectName("outboxCard")
        self._build()
        Theme.instance().changed.connect(self._measure)
        self._measure()
        self.retranslate()
        self.show_entry(None)

    @property
    def entry(self) -> OutboxEntry | None:
        """What is shown."""
        return self._entry

    @property
    def begun(self) -> dict[int, str]:
        """Letters that are being changed, by entry."""
        self._keep_begun()
        return dict(self._begun)

    def take_up(self, begun: dict[int, str]) -> None:
        """Go on with letters that were being changed."""
        self._begun |= begun

    @property
    def editing(self) -> bool:
        """Whether the letter is being changed."""
        return self.form.editor.isVisibleTo(self)

    def show_entry(self, entry: OutboxEntry | None) -> None:
        """Show an entry; a letter that is being changed stays in the editor, also after a look at others."""
        same = entry is not None and self._entry is not None and entry.id == self._entry.id
        if same and entry == self._entry:
            return
        self._keep_begun()
        self._entry = entry
        self.form.cardScroll.setVisible(entry is not None)
        self.empty.setVisible(entry is None)
        if entry is None:
            return
        if not (same and self.editing and _is_editable(entry)):
            self._set_editing(False)
        self._tell_head(entry)
        self._tell_notice(entry)
        self._tell_letter(entry.intent)
        if not self.editing and entry.id in self._begun and _is_editable(entry):
            self._open_editor(self._begun[entry.id])
        self.story.show_events(entry.events)
        words = self.tr("Request code {code}, for hh.ru's support")
        self.form.codeText.setText(words.format(code=entry.request_id))
        for part in (self.form.codeText, self.code_copy, self.code_icon):
            part.setVisible(bool(entry.request_id))

    def tick(self) -> None:
        """A second has passed."""
        entry = self._entry
        if entry is None or entry.is_in_hand:
            return
        if entry.state is OutboxState.WAITING and held(entry, online=self._online()) is None:
            self.notice.text.setText(self._waits(entry))

    def reach_changed(self) -> None:
        """hh.ru answers again, or does not any more: what waits says what it waits for."""
        if self._entry is not None and self._entry.state is OutboxState.WAITING:
            self._tell_notice(self._entry)

    def begin_edit(self) -> None:
        """Change the letter: one that waits is taken up first, so that the old one cannot go meanwhile."""
        entry = self._entry
        if entry is None or entry.state not in EDITABLE:
            return
        if _is_editable(entry):
            self._open_editor(entry.intent.letter)
            self.form.letterEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hold_wanted.emit(entry.id)

    def edit_held(self, entry: OutboxEntry) -> None:
        """The entry is in hand now: open the editor, if it is still the one that is shown."""
        if self._entry is not None and self._entry.id == entry.id and not self.editing:
            self.show_entry(entry)
            self.begin_edit()

    def write_again(self, number: int, text: str) -> None:
        """The changed letter could not be kept: it stands in the editor again."""
        entry = self._entry
        if entry is None or entry.id != number:
            self._begun[number] = text
        elif _is_editable(entry) and text != entry.intent.letter:
            self._open_editor(text)

    def cancel_edit(self) -> None:
        """Leave the letter as it was; one that was taken up goes on waiting for its moment."""
        entry = self._entry
        self._set_editing(False)
        if entry is not None:
            self._begun.pop(entry.id, None)
            if entry.is_in_hand:
                self.released.emit(entry.id)

    def retranslate(self) -> None:
        """Every word anew."""
        self.form.retranslateUi(self)
        self.save.set_words(self.tr("Save and wait again"))
        self.cancel.set_words(self.tr("Cancel"))
        self.code_copy.set_words(self.tr("Copy"))
        self.empty.say(
            "send",
            self.tr("Nothing is waiting to go out"),
            self.tr("Invitations, rejections and messages wait here first and can be taken back."),
        )
        self._keep_begun()
        entry, self._entry = self._entry, None
        self.show_entry(entry)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is built

    def _build(self) -> None:
        form, theme = self.form, Theme.instance()
        for part in (form.cardContents, form.cardScroll.viewport()):
            theme.surface(part, "page")
        theme.surface(self, "page")
        self.avatar = Avatar(RowAvatar(""), size=3.85)
        form.avatarPlace.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        dress(form.cardTitle, Type.DISPLAY)
        dress(form.cardText, Type.BODY, "muted")
        for title in (form.letterTitle, form.storyTitle):
            dress(title, Type.SMALL_STRONG, "muted")
        dress(form.codeText, Type.SMALL, "muted")
        self.notice = Notice("outboxNotice", self, framed=True)
        form.cardNoticePlace.addWidget(self.notice)
        self.letter_card = Card(name="letterCard")
        self.letter = PassageText(Passage(""))
        self.letter.setObjectName("letterText")
        self.letter_card.body.addWidget(self.letter)
        self._chips = QWidget(self.letter_card)
        self._flow = FlowLayout(self._chips)
        self.letter_card.body.addWidget(self._chips)
        form.letterPlace.addWidget(self.letter_card)
        self.save = Button("", self, kind=Kind.FILLED, key="Ctrl Enter", name="saveLetter")
        self.save.clicked.connect(self._save)
        self.cancel = Button("", self, kind=Kind.QUIET, key="Esc", name="cancelLetter")
        self.cancel.clicked.connect(self.cancel_edit)
        form.editorPlace.addWidget(self.save)
        form.editorPlace.addWidget(self.cancel)
        self.story = Story(self)
        form.storyPlace.addWidget(self.story)
        self.code_icon = IconLabel("copy", size=1.0)
        form.codeIconPlace.addWidget(self.code_icon)
        self.code_copy = LinkButton("", self, name="copyCode")
        self.code_copy.clicked.connect(self._copy_code)
        form.codePlace.addWidget(self.code_copy)
        self.empty = EmptyState("send", "", "", name="outboxEmpty")
        form.emptyPlace.addWidget(self.empty)

    def _measure(self) -> None:
        layout = self.form.cardLayout
        layout.setContentsMargins(px(1.85), px(1.5), px(1.85), px(1.5))
        layout.setSpacing(px(1.1))
        self.form.letterEdit.setMinimumHeight(px(12))

    # What is shown

    def _tell_head(self, entry: OutboxEntry) -> None:
        intent = entry.intent
        person = intent.person_name
        self.form.cardTitle.setText(f"{act_name(intent)}: {name_of(intent)}")
        self.form.cardText.setText(intent.vacancy_name)
        seed = intent.person_id or intent.resume_id or intent.negotiation_id or person
        self.avatar.set_avatar(RowAvatar(initials(person), seed=seed))

    def _tell_notice(self, entry: OutboxEntry) -> None:
        match entry.state:
            case OutboxState.REFUSED:
                said = sentence_for(entry.error, entry.error_detail, entry.request_id)
                ways = [way for way in map(self._way, said.ways) if way is not None]
                if not ways:
                    ways = [self._repeat(entry)]
                ways.append(self._give_up(entry))
                self.notice.tell(Tone.NO, "circle-x", said.title, said.text, _with_enter(ways))
            case OutboxState.UNKNOWN if entry.error:
                text = self.tr("hh.ru does not tell whether it was done. Look on hh.ru, then decide.")
                ways = [self._repeat(entry), self._give_up(entry)]
                title = self.tr("Outcome unknown")
                self.notice.tell(Tone.AMBER, "circle-help", title, text, _with_enter(ways))
            case OutboxState.UNKNOWN:
                said = sentence_for("AnswerLost")
                self.notice.tell(Tone.AMBER, "circle-help", said.title, said.text, ())
            case OutboxState.WAITING if entry.is_in_hand:
                self.notice.tell(
                    Tone.AMBER,
                    "notebook-pen",
                    self.tr("You are changing it"),
                    self.tr("It waits until you save it, or send it as it was."),
                    self._ways_in_hand(entry),
                    announce=False,
                )
            case OutboxState.WAITING if (reason := held(entry, online=self._online())) is not None:
                self._tell_held(entry, reason)
            case OutboxState.WAITING:
                self.notice.tell(
                    Tone.ACCENT,
                    "clock",
                    self.tr("Waiting, can still be taken back"),
                    self._waits(entry),
                    self._waiting_ways(entry),
                    announce=False,
                )
            case OutboxState.SENDING:
                self.notice.tell(Tone.NEUTRAL, "send", self.tr("Sending"), "", (), announce=False)
            case OutboxState.SETTLED:
                done = self.tr("Done")
                self.notice.tell(Tone.OK, "check", done, proof(entry), (), announce=False)
            case OutboxState.TAKEN_BACK:
                text = self.tr("The candidate got nothing.")
                self.notice.tell(Tone.NEUTRAL, "undo-2", outcome(entry), text, (), announce=False)

    def _tell_held(self, entry: OutboxEntry, reason: Held) -> None:
        """It cannot go now, tried or not; the moment of the next try is no window for taking back."""
        no_connection = reason is Held.CONNECTION
        title = self.tr("Waits for the connection") if no_connection else self.tr("hh.ru asks to wait")
        self.notice.tell(
            Tone.AMBER,
            "wifi-off" if no_connection else "clock",
            title,
            self.tr("It goes out by itself as soon as it can. Until then it can be taken back."),
            self._waiting_ways(entry),
            announce=False,
        )

    def _waits(self, entry: OutboxEntry) -> str:
        now = self._now()
        if (entry.send_at - now).total_seconds() > 3600:
            return self.tr("Goes out {when}").format(when=day_and_time(entry.send_at, now))
        return self.tr("Goes out in {time}").format(time=countdown(entry.send_at, now))

    def _waiting_ways(self, entry: OutboxEntry) -> list[Way]:
        number = entry.id
        return [
            Way("takeBack", self.tr("Take back"), lambda: self.take_back.emit(number), "Z", "undo-2"),
            Way("sendNow", self.tr("Send now"), lambda: self.send_now.emit(number)),
            *([Way("editLetter", way_words(WayOut.EDIT), self.begin_edit)] if entry.intent.letter else []),
        ]

    def _ways_in_hand(self, entry: OutboxEntry) -> list[Way]:
        number = entry.id
        return [
            Way("editLetter", way_words(WayOut.EDIT), self.begin_edit),
            Way("takeBack", self.tr("Take back"), lambda: self.take_back.emit(number), "Z", "undo-2"),
            Way("release", self.tr("Leave it as it was"), self.cancel_edit),
        ]

    def _way(self, way: WayOut) -> Way | None:
        entry = self._entry
        if entry is None:
            return None
        number = entry.id
        goes: dict[WayOut, Callable[[], None]] = {
            WayOut.ADDRESS: lambda: self.address_wanted.emit(number),
            WayOut.NO_ADDRESS: self._drop_address,
            WayOut.EDIT: self.begin_edit,
            WayOut.REPEAT: lambda: self.repeat.emit(number),
            WayOut.RETRY: lambda: self.repeat.emit(number),
            WayOut.SEE: lambda: self.place_wanted.emit(number),
            WayOut.HISTORY: lambda: self.place_wanted.emit(number),
            WayOut.SITE: lambda: self.site_wanted.emit(number),
        }
        go = goes.get(way)
        return Way(f"way_{way.value}", way_words(way), go) if go is not None else None

    def _repeat(self, entry: OutboxEntry) -> Way:
        return Way("way_repeat", way_words(WayOut.REPEAT), lambda: self.repeat.emit(entry.id))

    def _give_up(self, entry: OutboxEntry) -> Way:
        return Way("giveUp", self.tr("Don't send"), lambda: self.give_up.emit(entry.id), "Del")

    def _tell_letter(self, intent: Intent) -> None:
        letter = intent.letter
        chat = intent.kind is WriteKind.CHAT_MESSAGE
        self.form.letterTitle.setText(self.tr("Message") if chat else self.tr("Letter"))
        self.letter.setText(letter)
        self._set_chips(intent)
        shown = bool(letter) or self._flow.count() > 0
        self.letter.setVisible(bool(letter))
        self.letter_card.setVisible(shown and not self.editing)
        self.form.letterTitle.setVisible(shown)

    def _set_chips(self, intent: Intent) -> None:
        while self._flow.count():
            old = self._flow.takeAt(0).widget()
            if old is not None:
                old.deleteLater()
        given = dict(intent.form)
        if given.get("send_sms") in ("true", "1"):
            self._flow.addWidget(Badge(self.tr("SMS: yes"), Tone.NEUTRAL, icon="smartphone"))
        if given.get("address_id"):
            gone = self._entry is not None and self._entry.error == "AddressGone"
            icon = "map-pin-off" if gone else "map-pin"
            tone = Tone.NO if gone else Tone.NEUTRAL
            words = intent.address_text or self.tr("with an address")
            self._flow.addWidget(Badge(words, tone, icon=icon))
        self._chips.setVisible(self._flow.count() > 0)

    # What the person changes

    def _set_editing(self, editing: bool) -> None:
        self.form.editor.setVisible(editing)
        intent = self._entry.intent if self._entry is not None else None
        shown = intent is not None and bool(intent.letter or intent.form)
        self.letter_card.setVisible(shown and not editing)

    def _open_editor(self, text: str) -> None:
        self.form.letterEdit.setPlainText(text)
        self._set_editing(True)

    def _keep_begun(self) -> None:
        if self._entry is not None and self.editing:
            self._begun[self._entry.id] = self.form.letterEdit.toPlainText()

    def _save(self) -> None:
        entry = self._entry
        if entry is not None and self.editing:
            text = self.form.letterEdit.toPlainText().strip()
            self._set_editing(False)
            self._begun.pop(entry.id, None)
            self.edited.emit(entry.id, with_letter(entry.intent, text))

    def _copy_code(self) -> None:
        if self._entry is not None:
            self.copied.emit(self._entry.request_id)

    def _drop_address(self) -> None:
        entry = self._entry
        if entry is not None:
            self.edited.emit(entry.id, with_address(entry.intent))


def _is_editable(entry: OutboxEntry) -> bool:
    """Whether its letter can be changed without a race: it cannot go meanwhile."""
    return entry.state is OutboxState.REFUSED or entry.is_in_hand


def with_letter(intent: Intent, letter: str) -> Intent:
    """The same intent with another letter."""
    from msgspec.structs import replace

    if intent.kind is WriteKind.CHAT_MESSAGE:
        return replace(intent, text=letter)
    return replace(intent, form=_with(intent.form, "message", letter))


def with_address(intent: Intent, address: Address | None = None) -> Intent:
    """The same intent with another address, or without one."""
    from msgspec.structs import replace

    identifier, text = (address.id, address.text) if address is not None else ("", "")
    return replace(intent, form=_with(intent.form, "address_id", identifier), address_text=text)


def _with(form: Form, name: str, value: str) -> Form:
    """Change the field in its place; add it at the end where it was missing, drop it where it is empty."""
    kept = [(field, value if field == name else old) for field, old in form]
    if name not in dict(form):
        kept.append((name, value))
    return tuple(pair for pair in kept if pair[0] != name or value)


def _with_enter(ways: list[Way]) -> list[Way]:
    first = ways[0]
    return [Way(first.name, first.words, first.go, "Enter", first.icon), *ways[1:]]
