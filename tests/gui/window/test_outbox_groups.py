"""Which group an entry of the outbox stands in, and what the headers count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import structs
from PySide6.QtWidgets import QAbstractButton

from hhdesk.domain.acts import Act
from hhdesk.domain.errors import NoConnection
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxEvent, OutboxState, WriteKind
from hhdesk.gui.outbox.rows import DONE_SHOWN, Group, Header, Held, arrange, content, group_of, held, unlisted
from hhdesk.gui.sentences import event, proof
from tests.gui.window.outbox_desk import OutboxDesk, until

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def _entry(number: int, state: OutboxState, last: str = "added", person: str = "Волкова Анна") -> OutboxEntry:
    intent = Intent(
        kind=WriteKind.ACTION,
        act=Act(name="act", at=NOW),
        method="PUT",
        url="/negotiations/1",
        action_name="Отказ",
        person_name=person,
    )
    return OutboxEntry(
        id=number,
        key=str(number),
        intent=intent,
        state=state,
        created_at=NOW,
        send_at=NOW + timedelta(seconds=40),
        changed_at=NOW,
        events=(OutboxEvent(at=NOW, code="added"), OutboxEvent(at=NOW, code=last)),
    )


def test_what_was_tried_and_waits_is_no_longer_in_its_window() -> None:
    tried = _entry(1, OutboxState.WAITING, "not_sent")
    asked = _entry(2, OutboxState.WAITING, "held_back")
    fresh = _entry(3, OutboxState.WAITING)
    assert [group_of(one) for one in (tried, asked, fresh)] == [Group.HELD, Group.HELD, Group.WAIT]
    assert (held(tried), held(asked), held(fresh)) == (Held.CONNECTION, Held.HH, None)
    show = content(lambda: NOW)
    assert [show(one).lines[0].right for one in (tried, asked, fresh)] == [
        "waits for the connection", "again in 0:40", "0:40",
    ]  # fmt: skip


def test_headers_count_all_and_what_was_taken_back_stands_apart() -> None:
    done = [_entry(number, OutboxState.SETTLED) for number in range(30)]
    back = [_entry(number, OutboxState.TAKEN_BACK) for number in range(100, 103)]
    rows = arrange([*done, *back], NOW, all_done=False, windows=(60, 10))
    headers = [(row.group, row.count) for row in rows if isinstance(row, Header)]
    assert headers == [(Group.DONE, 30), (Group.RETURNED, 3)]
    assert unlisted(rows) == 30 - DONE_SHOWN
    everything = arrange([*done, *back], NOW, all_done=True, windows=(60, 10))
    assert unlisted(everything) == 0


def test_somebody_without_a_name_is_called_something() -> None:
    row = content(lambda: NOW)(_entry(1, OutboxState.WAITING, person=""))
    assert row.lines[0].left == "The candidate"


def test_a_message_is_not_said_to_be_proved_by_a_state() -> None:
    """Nothing is read after a message: hh.ru's answer names it, or says that it was there."""
    entries = [
        _entry(1, OutboxState.SETTLED, last) for last in ("settled_by_answer", "already_delivered", "settled")
    ]
    named, twice, moved = ((event(entry.events[-1]), proof(entry)) for entry in entries)
    assert not any("hecked" in words or "confirmed it." in words for words in (*named, *twice))
    assert moved == ("Checked on hh.ru: it is done", "hh.ru confirmed it.")
    assert len({named[1], twice[1], moved[1]}) == 3


async def test_all_are_shown_by_one_click(outbox: OutboxDesk) -> None:
    for _ in range(DONE_SHOWN + 2):
        entry = await outbox.add()
        await outbox.services.outbox.take_back(entry.id)
    show_all = outbox.section.findChild(QAbstractButton, "outboxShowAll")
    assert show_all is not None
    await until(show_all.isVisible)
    assert show_all.text() == "Show all: 2 more"
    show_all.click()
    assert not show_all.isVisible()
    assert len(outbox.rows) == DONE_SHOWN + 3


async def test_nothing_counts_down_while_the_line_is_down(outbox: OutboxDesk) -> None:
    entry = await outbox.add()
    outbox.choose(entry)
    card = outbox.section.card
    assert card.notice.title.text() == "Waiting, can still be taken back"
    outbox.services.sync.note(NoConnection())
    assert card.notice.title.text() == "Waits for the connection"
    assert any("waits for the connection" in row for row in outbox.rows)
    assert not any("0:" in row for row in outbox.rows)
    outbox.section._tick()
    assert "Goes out" not in card.notice.text.text()
    outbox.services.sync.note(None)
    assert card.notice.title.text() == "Waiting, can still be taken back"
    assert any("0:" in row or "1:00" in row for row in outbox.rows)


def test_an_act_for_tomorrow_does_not_wait_for_the_line_of_now() -> None:
    far = structs.replace(_entry(1, OutboxState.WAITING), send_at=NOW + timedelta(hours=5))
    assert held(far, online=False) is None
    assert held(_entry(1, OutboxState.WAITING), online=False) is Held.CONNECTION
