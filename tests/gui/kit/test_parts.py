"""Buttons, chips, fields, bars and toasts do what a hand and a keyboard ask."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hhdesk.gui.kit.actionbar import ActionBar
from hhdesk.gui.kit.buttons import Button, IconButton, Keycap, Kind, LinkButton, Tick
from hhdesk.gui.kit.chips import Badge, Chip, ChipBar, ChipData
from hhdesk.gui.kit.fields import Choice, MultiSelect, MultiSuggest, NumberField, SearchEdit, SuggestEdit
from hhdesk.gui.kit.labels import ElidedLabel, Label, Paragraph, tip
from hhdesk.gui.kit.multiselect import TreeNode
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.panes import (
    Card,
    EmptyState,
    Overlay,
    PaneHead,
    Ring,
    SplitView,
    Strip,
    StripTone,
    TabBar,
)
from hhdesk.gui.kit.segments import RailButton, RailTone, SegmentedControl
from hhdesk.gui.kit.suggest import Suggestion
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.toasts import Toaster
from hhdesk.gui.kit.tokens import Space
from hhdesk.gui.notice import Notice
from hhdesk.gui.sections import Way
from tests.gui.kit.waiting import until

LEFT = Qt.MouseButton.LeftButton


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(800, 500)
    return made


def put(qtbot: QtBot, host: QWidget, widget: QWidget) -> None:
    layout = host.layout()
    assert layout is not None
    layout.addWidget(widget)
    with qtbot.waitActive(host):
        host.show()


class TestButton:
    def test_every_button_is_a_target_of_24_pixels(self, qtbot: QtBot) -> None:
        for button in (Button("I", key="I"), IconButton("x", "Close"), LinkButton("Check"), Chip("Kazan")):
            qtbot.addWidget(button)
            assert button.sizeHint().height() >= 24
            assert button.accessibleName()

    def test_price_is_said_and_the_key_can_be_switched_off(self, qtbot: QtBot, theme: Theme) -> None:
        button = Button("Contacts", cost="1 contact", key="C", icon="lock")
        qtbot.addWidget(button)
        assert button.accessibleName() == "Contacts, 1 contact"
        with_key = button.sizeHint().width()
        theme.set_keycaps(False)
        assert button.sizeHint().width() < with_key
        theme.set_keycaps(True)

    def test_collapsed_leaves_the_icon_and_says_the_words_in_the_tool_tip(self, qtbot: QtBot) -> None:
        button = Button("Shortlist", icon="star", key="S")
        qtbot.addWidget(button)
        whole = button.sizeHint().width()
        button.set_collapsed(True)
        assert button.sizeHint().width() < whole
        assert button.full_width() == whole
        assert button.toolTip() == "Shortlist (S)"
        button.set_collapsed(False)
        assert button.toolTip() == ""

    def test_without_an_icon_it_does_not_collapse(self, qtbot: QtBot) -> None:
        button = Button("Think", key="1")
        qtbot.addWidget(button)
        button.set_collapsed(True)
        assert not button.collapsed

    @pytest.mark.parametrize("kind", list(Kind))
    @pytest.mark.parametrize("enabled", [True, False])
    def test_every_kind_paints(self, qtbot: QtBot, kind: Kind, enabled: bool) -> None:
        button = Button("Invite", kind=kind, icon="mail-plus", cost="1 contact", key="I", menu_arrow=True)
        qtbot.addWidget(button)
        button.setEnabled(enabled)
        image = button.grab().toImage()
        assert len({image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}) > 3


class TestChips:
    @pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
    def test_delete_takes_a_chip_away(self, qtbot: QtBot, key: Qt.Key) -> None:
        chip = Chip("Kazan", removable=True)
        qtbot.addWidget(chip)
        with qtbot.waitSignal(chip.removed):
            press(chip, key)

    def test_the_cross_takes_away_and_the_words_click(self, qtbot: QtBot, host: QWidget) -> None:
        chip = Chip("Kazan", removable=True)
        put(qtbot, host, chip)
        told: list[str] = []
        chip.removed.connect(lambda: told.append("removed"))
        chip.clicked.connect(lambda: told.append("clicked"))
        middle = chip.height() // 2
        QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() - px(1), middle))
        QTest.mouseClick(chip, LEFT, pos=QPoint(px(1), middle))
        assert told == ["removed", "clicked"]

    def test_what_hh_added_by_itself_is_said(self, qtbot: QtBot) -> None:
        chip = Chip("no pay", dashed=True, removable=True)
        qtbot.addWidget(chip)
        assert chip.accessibleName() == "no pay, added by hh.ru"

    def test_spare_chips_fold_and_unfold(self, qtbot: QtBot, host: QWidget) -> None:
        bar = ChipBar(max_lines=1)
        bar.set_chips([ChipData(str(number), f"condition {number}") for number in range(20)])
        put(qtbot, host, bar)
        chips = [chip for chip in bar.findChildren(Chip) if chip.objectName() != "chips.more"]
        hidden = [chip for chip in chips if chip.isHidden()]
        more = bar.findChild(Chip, "chips.more")
        assert more is not None
        qtbot.waitUntil(lambda: more.text().startswith(str(len(hidden))))
        assert 0 < len(hidden) < 20
        more.click()
        qtbot.waitUntil(lambda: all(chip.isVisible() for chip in chips))
        assert not more.isVisible()

    def test_focus_goes_to_the_neighbour_of_a_removed_chip(self, qtbot: QtBot, host: QWidget) -> None:
        bar = ChipBar()
        data = [ChipData(name, name) for name in ("a", "b", "c")]
        bar.set_chips(data)
        put(qtbot, host, bar)
        bar.removed.connect(lambda key: bar.set_chips([one for one in bar.chips if one.key != key]))
        focused = bar.findChild(Chip, "chips.b")
        assert focused is not None
        focused.setFocus()
        press(focused, Qt.Key.Key_Delete)
        now = QApplication.focusWidget()
        assert now is not None
        assert now.objectName() == "chips.c"

    def test_badge_and_keycap_say_themselves(self, qtbot: QtBot) -> None:
        badge, cap = Badge("1 contact", Tone.AMBER), Keycap("Esc")
        for part in (badge, cap):
            qtbot.addWidget(part)
            part.grab()
        badge.set_badge("free", Tone.OK, "lock-open")
        assert (badge.accessibleName(), cap.accessibleName()) == ("free", "Esc")


class TestSegments:
    def test_one_choice_moves_with_the_arrows(self, qtbot: QtBot, host: QWidget) -> None:
        control = SegmentedControl((("a", "A"), ("b", "B")), name="kind")
        control.set_chosen(["a"])
        put(qtbot, host, control)
        first = control.findChild(QAbstractButton, "kind.a")
        assert first is not None
        first.setFocus()
        with qtbot.waitSignal(control.changed) as changed:
            press(first, Qt.Key.Key_Right)
        assert changed.args == [("b",)]

    def test_one_choice_stays_chosen_when_clicked_again(self, qtbot: QtBot) -> None:
        control = SegmentedControl((("a", "A"), ("b", "B")), name="kind")
        qtbot.addWidget(control)
        control.set_chosen(["a"])
        first = control.findChild(QAbstractButton, "kind.a")
        assert first is not None
        first.click()
        assert control.chosen == ("a",)

    def test_several_choices(self, qtbot: QtBot) -> None:
        control = SegmentedControl((("a", "A"), ("b", "B"), ("c", "C")), multi=True, name="kind")
        qtbot.addWidget(control)
        for name in ("kind.c", "kind.a"):
            segment = control.findChild(QAbstractButton, name)
            assert segment is not None
            segment.click()
        assert control.chosen == ("a", "c")
        control.grab()

    def test_rail_says_what_waits(self, qtbot: QtBot) -> None:
        button = RailButton("inbox", "Responses", key="Ctrl+3")
        qtbot.addWidget(button)
        for tone in RailTone:
            button.set_badge(175, tone)
            button.grab()
        assert "175" in button.accessibleName()
        button.set_badge(0)
        assert button.accessibleName() == "Responses"


class TestFields:
    def test_number_is_written_with_spaces_and_read_without(self, qtbot: QtBot, host: QWidget) -> None:
        field = NumberField("from", unit="₽", most=10_000_000)
        put(qtbot, host, field)
        told: list[int | None] = []
        field.value_changed.connect(told.append)
        field.edit.setText("110 000")
        field.edit.textEdited.emit("110 000")
        field.edit.editingFinished.emit()
        assert field.value == 110_000
        assert field.edit.text().replace("\u00a0", " ") == "110 000"
        assert told == [110_000]

    @pytest.mark.parametrize("wrong", ["20000000", "abc", "-5", "9" * 40, "²"])
    def test_wrong_number_says_why(self, qtbot: QtBot, host: QWidget, wrong: str) -> None:
        field = NumberField("from", most=10_000_000)
        put(qtbot, host, field)
        field.edit.textEdited.emit(wrong)
        assert field.value is None
        assert not field.is_valid
        assert field.message.isVisible()
        assert field.edit.accessibleDescription() == field.message.words
        field.edit.textEdited.emit("")
        assert field.is_valid

    def test_escape_empties_a_search_first(self, qtbot: QtBot) -> None:
        field = SearchEdit("Find", key="Ctrl K")
        qtbot.addWidget(field)
        field.grab()
        field.setText("welder")
        with qtbot.waitSignal(field.textEdited):
            press(field, Qt.Key.Key_Escape)
        assert field.text() == ""

    def test_choice_keeps_its_key_when_the_offer_changes(self, qtbot: QtBot) -> None:
        choice = Choice((("all", "all words"), ("any", "any word")))
        qtbot.addWidget(choice)
        choice.set_key("any")
        choice.set_choices((("any", "любое"), ("all", "все")))
        assert choice.key == "any"

    def test_tree_is_filtered_and_ticked(self, qtbot: QtBot, host: QWidget) -> None:
        from PySide6.QtWidgets import QTreeWidget

        field = MultiSelect("Role", name="roles")
        field.set_nodes([TreeNode("", "Finance", (TreeNode("1", "Бухгалтер"), TreeNode("2", "Счётовод")))])
        put(qtbot, host, field)
        field.click()
        popup = field.findChild(QWidget, "roles.popup")
        assert popup is not None
        search = popup.findChild(SearchEdit, "roles.filter")
        tree = popup.findChild(QTreeWidget, "roles.tree")
        assert search is not None
        assert tree is not None
        search.setText("счето")
        assert tree.topLevelItemCount() == 1
        with qtbot.waitSignal(field.changed) as changed:
            only = tree.topLevelItem(0)
            assert only is not None
            only.setCheckState(0, Qt.CheckState.Checked)
        assert changed.args == [("2",)]
        assert field.summary() == "Счётовод"
        search.setText("")
        heading = tree.topLevelItem(0)
        assert heading is not None
        tree.expandItem(heading)
        ticked = heading.child(1)
        assert ticked is not None
        assert ticked.checkState(0) == Qt.CheckState.Checked
        popup.close()
        field.grab()


class TestSuggest:
    async def test_asks_from_the_second_letter_and_only_the_last_question(
        self, qtbot: QtBot, host: QWidget
    ) -> None:
        asked: list[str] = []

        async def provider(words: str) -> list[Suggestion]:
            asked.append(words)
            return [Suggestion("88", "Казань")]

        field = SuggestEdit("City", provider)
        qtbot.addWidget(field)
        for typed in ("к", "ка", "каз"):
            field.setText(typed)
            field.textEdited.emit(typed)
        await until(lambda: bool(field.offered))
        assert asked == ["каз"]
        field.textEdited.emit("к")
        chosen: list[Suggestion] = []
        field.chosen.connect(chosen.append)
        field.choose(field.offered[0])
        assert chosen == [Suggestion("88", "Казань")]
        assert field.text() == "Казань"

    async def test_chosen_suggestions_are_chips(self, qtbot: QtBot) -> None:
        async def provider(words: str) -> list[Suggestion]:
            return []

        field = MultiSuggest("City", provider, name="area")
        qtbot.addWidget(field)
        told: list[tuple[Suggestion, ...]] = []
        field.changed.connect(told.append)
        field.edit.choose(Suggestion("88", "Казань"))
        field.edit.choose(Suggestion("88", "Казань"))
        field.edit.choose(Suggestion("1", "Москва"))
        field.chips.removed.emit("88")
        assert [one.key for one in field.chosen] == ["1"]
        assert len(told) == 3
        assert field.edit.text() == ""


class TestBars:
    @pytest.fixture
    def bar(self, qtbot: QtBot, host: QWidget) -> ActionBar:
        made = ActionBar()
        acts = [Button(f"Stage number {number}", key=str(number)) for number in range(1, 8)]
        end = [Button("Chat", icon="message-square", key="M"), Button("Reject", kind=Kind.DANGER, key="R")]
        made.set_acts(acts, end)
        put(qtbot, host, made)
        return made

    @pytest.mark.parametrize("width", [1600, 800, 500, 360])
    def test_nothing_is_cut_or_covered(self, qtbot: QtBot, bar: ActionBar, host: QWidget, width: int) -> None:
        host.resize(width, 300)
        qtbot.waitUntil(lambda: bar.width() <= width)
        shown = [part for part in bar.findChildren(QPushButton) if part.isVisible()]
        for part in shown:
            assert part.width() == part.sizeHint().width()
        edges = sorted((part.x(), part.x() + part.width()) for part in shown)
        assert all(left[1] <= right[0] for left, right in pairwise(edges))
        assert edges[-1][1] <= bar.width()

    def test_acts_without_room_are_in_the_menu(self, qtbot: QtBot, bar: ActionBar, host: QWidget) -> None:
        host.resize(600, 300)
        qtbot.waitUntil(lambda: bool(bar.folded))
        more = bar.findChild(Button, "acts.more")
        assert more is not None
        assert more.text().startswith(str(len(bar.folded)))
        clicked: list[str] = []
        bar.folded[-1].clicked.connect(lambda: clicked.append("yes"))
        more.click()
        menu = bar.findChild(QMenu)
        assert menu is not None
        menu.actions()[-1].trigger()
        menu.close()
        assert clicked == ["yes"]

    def test_a_priced_act_keeps_its_price_and_the_main_one_goes_last(
        self, qtbot: QtBot, host: QWidget
    ) -> None:
        contacts = Button("Contacts", icon="lock", key="C", cost="1 contact, 1 view")
        main = Button("Invite", kind=Kind.FILLED, icon="mail-plus", key="I", cost="1 contact")
        bar = ActionBar()
        bar.set_acts([contacts, main])
        put(qtbot, host, bar)
        whole = contacts.full_width() + main.full_width()
        host.resize(whole, 300)
        qtbot.waitUntil(lambda: contacts.collapsed)
        assert not bar.folded
        assert not main.collapsed
        assert contacts.sizeHint().width() > Button(icon="lock", key="C").sizeHint().width() + 60
        host.resize(main.full_width() + 160, 300)
        qtbot.waitUntil(lambda: bar.folded == (contacts,))
        assert main.isVisible()

    def test_a_price_at_the_right_stays_before_what_is_spare(self, qtbot: QtBot, host: QWidget) -> None:
        main = Button("Invite", kind=Kind.FILLED, icon="mail-plus", key="I", cost="1 contact")
        pdf = Button("PDF", icon="file-down", key="D", cost="1 view")
        save = Button("Save…", icon="save")
        bar = ActionBar()
        bar.set_acts([main], [pdf, save], spare=[save])
        put(qtbot, host, bar)
        beside = host.width() - bar.width() + 2 * px(Space.LARGE) + 2 * px(Space.SMALL)
        host.resize(beside + main.full_width() + pdf.full_width() - 1, 300)
        qtbot.waitUntil(lambda: not save.isVisible())
        assert pdf.collapsed
        assert pdf.width() == pdf.width_when(True, True)
        host.resize(beside + main.full_width() + pdf.width_when(True), 300)
        qtbot.waitUntil(lambda: pdf.width() == pdf.width_when(True))
        assert not bar.folded
        host.resize(700, 300)
        qtbot.waitUntil(save.isVisible)

    def test_no_act_stands_beside_the_bar(self, qtbot: QtBot, bar: ActionBar, host: QWidget) -> None:
        host.resize(180, 300)
        qtbot.waitUntil(lambda: len(bar.folded) > 7)
        shown = [part for part in bar.findChildren(QPushButton) if part.isVisible()]
        assert all(bar.rect().contains(part.geometry()) for part in shown)

    def test_a_name_with_an_ampersand_is_shown_whole(self, qtbot: QtBot, host: QWidget) -> None:
        bar = ActionBar()
        act, box = Button("Talk in R&D", name="act"), Tick("Send: «Q&A»")
        bar.set_acts([act])
        for part in (bar, box):
            put(qtbot, host, part)
        assert (act.text(), act.accessibleName()) == ("Talk in R&D", "Talk in R&D")
        # Qt's own text marks no letter, so that Alt+D does not act.
        assert QPushButton.text(act) == "Talk in R&&D"
        assert act.shortcut().isEmpty()
        assert (box.text(), box.shortcut().isEmpty()) == ("Send: «Q&A»", True)
        act.set_words("R&D && more")
        assert act.text() == "R&D && more"

    def test_a_folded_act_keeps_its_ampersand(self, qtbot: QtBot, bar: ActionBar, host: QWidget) -> None:
        bar.set_acts([Button("Talk in R&D"), Button("Offer", kind=Kind.FILLED)], [])
        host.resize(150, 300)
        qtbot.waitUntil(lambda: "Talk in R&D" in [one.text() for one in bar.folded])
        bar.findChild(Button, "acts.more").click()  # type: ignore[union-attr]  # it is there
        menu = bar.findChild(QMenu)
        assert menu is not None
        assert menu.actions()[0].text() == "Talk in R&&D"
        menu.close()

    def test_a_tool_tip_of_its_own_stays(self, qtbot: QtBot) -> None:
        button = Button("Contacts", icon="lock")
        qtbot.addWidget(button)
        button.setToolTip("Contacts spend 1 contact.")
        button.set_collapsed(True)
        button.set_collapsed(False)
        assert button.toolTip() == "Contacts spend 1 contact."

    def test_the_red_one_stays(self, qtbot: QtBot, bar: ActionBar, host: QWidget) -> None:
        host.resize(400, 300)
        qtbot.waitUntil(lambda: bool(bar.folded))
        assert all(button.kind is not Kind.DANGER for button in bar.folded)


def test_a_tool_tip_takes_no_markup() -> None:
    assert tip("Clerk & Co") == "Clerk & Co"
    assert "<img" not in tip('Clerk <img src="file://elsewhere/x.png">')


class TestStates:
    @pytest.mark.parametrize("tone", list(StripTone))
    def test_strip_says_and_acts(self, qtbot: QtBot, tone: StripTone) -> None:
        strip = Strip(tone=tone, icon="wifi-off", strong="No connection.", words="Saved <data>.", act="Check")
        qtbot.addWidget(strip)
        strip.resize(500, 60)
        strip.grab()
        assert strip.accessibleName() == "No connection. Saved <data>."
        with qtbot.waitSignal(strip.acted):
            strip.findChild(QPushButton, "strip.act").click()  # type: ignore[union-attr]  # it is there
        strip.say("Back.", "", act="")
        assert strip.accessibleName() == "Back."

    def test_empty_state_offers_ways_out(self, qtbot: QtBot) -> None:
        empty = EmptyState("search-x", "Nobody found", "Take one condition away:")
        qtbot.addWidget(empty)
        empty.set_chips([ChipData("area", "Bor")])
        empty.set_buttons([Button("To filters", kind=Kind.FILLED, key="F")])
        empty.set_buttons([Button("Open")])
        empty.resize(500, 400)
        empty.show()
        assert empty.accessibleName() == "Nobody found"
        with qtbot.waitSignal(empty.chips.removed) as removed:
            press(empty.chips.findChild(Chip, "empty.chips.area"), Qt.Key.Key_Delete)  # type: ignore[arg-type]  # it is there
        assert removed.args == ["area"]

    def test_ways_out_are_there_with_the_words(self, qtbot: QtBot) -> None:
        empty, notice = EmptyState("search-x", "Nobody found"), Notice("notice")
        for place in (empty, notice):
            qtbot.addWidget(place)
            place.show()
        for words in ("Open", "Try again"):
            empty.set_buttons([Button(words)])
            notice.tell(Tone.ACCENT, "info", "Refused", "", [Way("way", words, lambda: None)])
            # Not only after the loop's next turn.
            assert [one.text() for one in empty.findChildren(Button) if one.isVisible()] == [words]
            assert [one.isVisible() for one in notice.ways] == [True]

    def test_head_card_tabs(self, qtbot: QtBot, host: QWidget) -> None:
        head, card, tabs = (
            PaneHead("Untouched", quiet="128"),
            Card("Card"),
            TabBar(("Resume", "History 5", "Notes")),
        )
        head.add(IconButton("search", "Find"))
        head.set_badge("12 new")
        card.body.addWidget(QTextEdit())
        for part in (head, card, tabs):
            put(qtbot, host, part)
        head.set_title("Think", "12")
        assert head.accessibleName() == "Think"
        assert tabs.count() == 3
        host.grab()

    def test_a_strip_opens_no_window_while_it_is_built(self, qtbot: QtBot) -> None:
        class Windows(QObject):
            shown = 0

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
                    self.shown += 1
                return False

        windows = Windows()
        app = QGuiApplication.instance()
        assert app is not None
        app.installEventFilter(windows)
        qtbot.addWidget(Strip(icon="pause", strong="Everything is on hold."))
        app.removeEventFilter(windows)
        assert windows.shown == 0

    def test_overlay_lives_as_long_as_the_dialog(self, qtbot: QtBot, host: QWidget) -> None:
        overlay = Overlay(host)
        dialog = QWidget(host, Qt.WindowType.Dialog)
        host.show()
        dialog.show()
        overlay.dim(dialog)
        host.resize(900, 600)
        qtbot.waitUntil(overlay.isVisible)
        qtbot.waitUntil(lambda: overlay.size() == QSize(900, 600))
        dialog.close()
        qtbot.waitUntil(overlay.isHidden)

    def test_splitter_remembers(self, qtbot: QtBot) -> None:
        class Memory:
            def __init__(self) -> None:
                self.kept: dict[str, bytes] = {}

            def recall(self, key: str) -> bytes | None:
                return self.kept.get(key)

            def keep(self, key: str, state: bytes) -> None:
                self.kept[key] = state

        memory = Memory()

        def made() -> SplitView:
            view = SplitView("search", memory)
            qtbot.addWidget(view)
            view.add_pane(QWidget(), width=20, least=10)
            view.add_pane(QWidget(), width=40, least=20, stretch=1)
            view.resize(900, 300)
            view.recall()
            view.show()
            return view

        first = made()
        first.setSizes([400, 499])
        first.splitterMoved.emit(400, 1)
        assert made().sizes()[0] == 400


class TestLabels:
    def test_wrapped_words_have_their_lines_spaced(self, qtbot: QtBot) -> None:
        label = Label("Уберите одно из девяти условий, и список появится снова\nвторая строка", wrap=True)
        qtbot.addWidget(label)
        assert label.heightForWidth(2000) == 2 * round(13 * 1.4)
        assert label.heightForWidth(150) > label.heightForWidth(300)
        label.resize(150, label.heightForWidth(150))
        image = label.grab().toImage()
        bottom = range(image.height() - 16, image.height())
        assert len({image.pixelColor(x, y).name() for x in range(image.width()) for y in bottom}) > 1

    def test_one_line_may_be_cut_and_says_so(self, qtbot: QtBot) -> None:
        label = ElidedLabel("Менеджер по работе с клиентами")
        qtbot.addWidget(label)
        label.resize(60, 20)
        label.grab()
        assert label.toolTip() == label.text()
        label.resize(600, 20)
        label.grab()
        assert label.toolTip() == ""

    def test_paragraph_never_reads_markup(self, qtbot: QtBot) -> None:
        paragraph = Paragraph("<b>No</b>", "a < b")
        qtbot.addWidget(paragraph)
        assert paragraph.accessibleName() == "<b>No</b> a < b"
        assert "&lt;b&gt;No" in paragraph.text()


class TestToasts:
    def test_two_at_most_and_the_newest_is_lowest(self, qtbot: QtBot, host: QWidget) -> None:
        host.show()
        toaster = Toaster(host)
        for number in range(3):
            toaster.show(f"Sent {number}")
        assert [toast.words for toast in toaster.toasts] == ["Sent 1", "Sent 2"]
        older, newer = toaster.toasts
        assert older.geometry().bottom() < newer.geometry().top()
        assert newer.geometry().right() < host.width()

    def test_taking_back_is_done_once(self, qtbot: QtBot, host: QWidget) -> None:
        host.show()
        done: list[str] = []
        toaster = Toaster(host)
        toaster.count_down(lambda left: f"Goes in {left} s", 60, act="Take back", key="Ctrl Z",
                           do=lambda: done.append("back"))  # fmt: skip
        assert toaster.toasts[0].words == "Goes in 60 s"
        act = toaster.toasts[0].findChild(QPushButton, "toast.act")
        assert act is not None
        act.click()
        assert done == ["back"]
        assert toaster.toasts == ()

    def test_countdown_ends_by_itself(self, qtbot: QtBot, host: QWidget) -> None:
        host.show()
        toaster = Toaster(host)
        toast = toaster.count_down(lambda left: f"{left}", 1)
        with qtbot.waitSignal(toast.left, timeout=30_000):
            assert toast.ring is not None

    def test_a_toast_that_stands_asks_for_no_layout(self, qtbot: QtBot, host: QWidget) -> None:
        toaster = Toaster(host)
        toast = toaster.show("Words that are long enough " * 9, act="Take back", key="Ctrl Z")
        asked = _Layouts(toast)
        for _ in range(20):
            QApplication.processEvents()
        settled = asked.count
        for _ in range(20):
            toaster.arrange()
            QApplication.processEvents()
        assert asked.count == settled
        assert settled < 5

    def test_toasts_stand_above_the_action_bar(self, qtbot: QtBot, host: QWidget) -> None:
        bar = ActionBar()
        layout = host.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addStretch(1)
        put(qtbot, host, bar)
        toaster = Toaster(host, bar)
        toast = toaster.show("Saved")
        assert toast.geometry().bottom() < bar.geometry().top()

    def test_a_bar_that_comes_later_lifts_them(self, qtbot: QtBot, host: QWidget) -> None:
        host.resize(600, 400)
        host.show()
        bar = QWidget(host)
        bar.setGeometry(0, 350, 600, 50)
        bar.hide()
        toast = Toaster(host, bar).show("Kept")
        assert toast.geometry().bottom() > bar.y()
        bar.show()
        qtbot.waitUntil(lambda: toast.geometry().bottom() < bar.y())

    def test_ring_counts_seconds(self, qtbot: QtBot) -> None:
        ring = Ring()
        qtbot.addWidget(ring)
        ring.count_down(30, 60)
        assert ring.share == pytest.approx(0.5)
        assert ring.seconds_left == 30
        ring.set_share(0.25)
        ring.grab()
        assert ring.share == pytest.approx(0.25)


class _Layouts(QObject):
    """Counts how often a widget asks for a layout."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.count += 1
        return False
