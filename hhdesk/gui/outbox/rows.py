"""The outbox as rows: groups by what they need, and what each entry shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from hhdesk.domain.outbox import OutboxEntry, OutboxState, WriteKind
from hhdesk.gui.actions import ACTIONS, ActionId
from hhdesk.gui.kit.rows import Ink, RowBadge, RowContent, RowLine, Tone, group
from hhdesk.gui.moments import countdown, day_and_time, time_or_day
from hhdesk.gui.sentences import act_name, name_of, outcome

DONE_SHOWN = 10
"""So many of today's done entries are listed before the person asks for all."""


class Group(Enum):
    """What entries need, most urgent first."""

    DECIDE = "decide"
    WAIT = "wait"
    HELD = "held"
    SEND = "send"
    DONE = "done"
    RETURNED = "returned"


_FAR: Final = timedelta(hours=1)
"""An act for a moment so far off does not wait for the line of now."""
_ENDED: Final = (Group.DONE, Group.RETURNED)
_ICONS: Final = {
    WriteKind.ACTION: "arrow-right-left",
    WriteKind.INVITATION: "mail-plus",
    WriteKind.CHAT_MESSAGE: "message-square",
}


class Header(Struct, frozen=True):
    """The line over a group. `count` is of all its entries, also of those that are not listed."""

    group: Group
    count: int
    note: str = ""


OutboxRow = Header | OutboxEntry


def group_of(entry: OutboxEntry, *, online: bool = True) -> Group:
    """Where an entry stands."""
    match entry.state:
        case OutboxState.REFUSED | OutboxState.UNKNOWN:
            return Group.DECIDE
        case OutboxState.WAITING if entry.is_in_hand:
            return Group.DECIDE
        case OutboxState.WAITING:
            return Group.HELD if held(entry, online=online) is not None else Group.WAIT
        case OutboxState.SENDING:
            return Group.SEND
        case OutboxState.TAKEN_BACK:
            return Group.RETURNED
        case _:
            return Group.DONE


class Held(Enum):
    """What an entry waits for besides its moment: it was tried already, or the line is down."""

    CONNECTION = "not_sent"
    HH = "held_back"


def held(entry: OutboxEntry, *, online: bool = True) -> Held | None:
    """What a waiting entry waits for; None while its take-back window runs and it can go after it."""
    if entry.state is not OutboxState.WAITING:
        return None
    last = entry.events[-1].code if entry.events else ""
    found = next((each for each in Held if each.value == last), None)
    soon = entry.send_at - entry.changed_at < _FAR
    return Held.CONNECTION if found is None and soon and not online else found


def unlisted(rows: Iterable[OutboxRow]) -> int:
    """How many done entries the headers count that are not listed."""
    return sum(row.count if isinstance(row, Header) else -1 for row in rows)


def arrange(
    entries: Iterable[OutboxEntry],
    now: datetime,
    *,
    all_done: bool,
    windows: tuple[int, int],
    online: bool = True,
) -> tuple[OutboxRow, ...]:
    """Entries under their headers. `windows` are the take-back seconds of a rejection and of all else."""
    by_group: dict[Group, list[OutboxEntry]] = {each: [] for each in Group}
    for entry in entries:
        by_group[group_of(entry, online=online)].append(entry)
    by_group[Group.WAIT].sort(key=lambda entry: (entry.send_at, entry.id))
    today = now.astimezone().date()
    rows: list[OutboxRow] = []
    for each, found in by_group.items():
        listed = found
        if each in _ENDED:
            found.sort(key=lambda entry: entry.changed_at, reverse=True)
            if not all_done:
                listed = [e for e in found if e.changed_at.astimezone().date() == today][:DONE_SHOWN]
        if found:
            note = _windows(windows) if each is Group.WAIT else ""
            rows.append(Header(each, len(found), note))
            rows += listed
    return tuple(rows)


def key(row: OutboxRow) -> str:
    """The row's stable id."""
    return f"group-{row.group.value}" if isinstance(row, Header) else str(row.id)


def content(
    now: Callable[[], datetime], online: Callable[[], bool] = lambda: True
) -> Callable[[OutboxRow], RowContent]:
    """Makes what a row shows at the moment of `now`, while hh.ru answers or not."""

    def make(row: OutboxRow) -> RowContent:
        if isinstance(row, Header):
            return group(key(row), f"{_title(row.group)} {row.count}", row.note)
        return _entry(row, now(), online())

    return make


def _entry(entry: OutboxEntry, now: datetime, online: bool) -> RowContent:
    intent = entry.intent
    what = " · ".join(part for part in (act_name(intent), intent.vacancy_name) if part)
    right, ink = _moment(entry, now, online)
    waits = entry.state is OutboxState.WAITING
    take_back = QCoreApplication.translate("Outbox", "Take back") if waits else ""
    cap = ACTIONS[ActionId.TAKE_BACK].key_text if waits else ""
    badge = _badge(entry)
    person = name_of(intent)
    lines = (
        RowLine(person[:1].upper() + person[1:], right, right_ink=ink),
        RowLine(
            what,
            take_back,
            right_ink=Ink.ACCENT,
            badges=(badge,) if badge else (),
            key=cap,
            left_icon=_ICONS[intent.kind],
        ),
        RowLine(_letter(entry)),
    )
    spoken = (name_of(intent), what, badge.text if badge else "", right)
    open_ = group_of(entry) not in _ENDED
    return RowContent(str(entry.id), lines=lines, sentence=", ".join(filter(None, spoken)), unread=open_)


def _moment(entry: OutboxEntry, now: datetime, online: bool) -> tuple[str, Ink]:
    if entry.state is OutboxState.SENDING:
        return QCoreApplication.translate("Outbox", "now"), Ink.QUIET
    if entry.state is not OutboxState.WAITING or entry.is_in_hand:
        return time_or_day(entry.changed_at, now), Ink.QUIET
    match held(entry, online=online):
        case Held.CONNECTION:
            return QCoreApplication.translate("Outbox", "waits for the connection"), Ink.QUIET
        case Held.HH:
            again = QCoreApplication.translate("Outbox", "again in {time}")
            return again.format(time=countdown(entry.send_at, now)), Ink.QUIET
    if (entry.send_at - now).total_seconds() > 3600:
        return day_and_time(entry.send_at, now), Ink.QUIET
    return countdown(entry.send_at, now), Ink.ACCENT


def _badge(entry: OutboxEntry) -> RowBadge | None:
    match entry.state:
        case OutboxState.REFUSED:
            return RowBadge(outcome(entry), Tone.NO)
        case OutboxState.UNKNOWN:
            return RowBadge(outcome(entry), Tone.AMBER)
        case OutboxState.WAITING if entry.is_in_hand:
            return RowBadge(outcome(entry), Tone.AMBER)
        case OutboxState.TAKEN_BACK:
            return RowBadge(outcome(entry), Tone.NEUTRAL)
        case OutboxState.SETTLED if entry.intent.consent is not None and entry.intent.consent.cost.amount:
            amount = entry.intent.consent.cost.amount
            return RowBadge(QCoreApplication.translate("Outbox", "%n contact(s) spent", "", amount))
        case _:
            return None


def _letter(entry: OutboxEntry) -> str:
    """The beginning of the letter on one line."""
    letter = " ".join(entry.intent.letter.split())
    if letter:
        return letter
    if entry.state is OutboxState.TAKEN_BACK:
        return QCoreApplication.translate("Outbox", "The candidate got nothing")
    if entry.intent.kind is WriteKind.ACTION:
        return QCoreApplication.translate("Outbox", "Without a letter")
    return ""


def _title(group_: Group) -> str:
    match group_:
        case Group.DECIDE:
            return QCoreApplication.translate("Outbox", "Need a decision")
        case Group.WAIT:
            return QCoreApplication.translate("Outbox", "Waiting, can still be taken back")
        case Group.HELD:
            return QCoreApplication.translate("Outbox", "Not sent yet, will be tried again")
        case Group.SEND:
            return QCoreApplication.translate("Outbox", "Sending")
        case Group.DONE:
            return QCoreApplication.translate("Outbox", "Done")
        case Group.RETURNED:
            return QCoreApplication.translate("Outbox", "Taken back", "a heading")


def _windows(windows: tuple[int, int]) -> str:
    rejection, other = windows
    words = QCoreApplication.translate("Outbox", "rejection {rejection} s, all else {other} s")
    return words.format(rejection=rejection, other=other)
