"""A token that ends while somebody works: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import asyncio

from hhdesk.domain.outbox import OutboxState
from tests.gui.bad_days.desk import MOVE, Desk, until


async def test_expired_token_is_renewed_unseen_during_a_search(desk: Desk) -> None:
    desk.sandbox.set(expire_tokens=True)
    await desk.search()
    assert desk.rows()
    assert not desk.has_strip("sessionNotice")
    assert desk.toast() == ""


async def test_expired_token_during_a_write_sends_it_once(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.set(expire_tokens=True)
    entry = await desk.keep_move()
    settled = await desk.reaches(entry, OutboxState.SETTLED)
    assert [event.code for event in settled.events].count("sent") == 1
    # Refused with the old token, taken with the new one.
    assert desk.asked(MOVE) == 2
    assert not desk.has_strip("sessionNotice")


async def test_ten_requests_with_an_expired_token_renew_it_once(desk: Desk) -> None:
    await desk.search()
    issued = desk.sandbox.state()["tokens_issued"]
    desk.sandbox.set(expire_tokens=True)
    resumes = [item.resume for item in desk.searching.list.model.items[:10]]
    await asyncio.gather(*(desk.services.invitations.vacancies(one.id) for one in resumes))  # type: ignore[union-attr]  # all can be read
    assert desk.sandbox.state()["tokens_issued"] == issued + 1
    assert not desk.has_strip("sessionNotice")


async def test_unsent_work_survives_a_revoked_token_and_goes_out_after_one_click(desk: Desk) -> None:
    await desk.responses()
    desk.sandbox.set(revoke_tokens=True)
    entry = await desk.keep_move()
    await until(lambda: desk.has_strip("sessionNotice"))
    await until(lambda: "1 act" in desk.notice("sessionNotice").text)
    said = desk.notice("sessionNotice")
    assert said.title == "hh.ru asks to sign in again"
    assert said.text == "Outbox is paused, 1 act kept."
    assert said.ways == ("signInAgain",)
    assert desk.clipped(desk.window.shell.session) == []
    assert desk.services.outbox.get(entry.id).state is OutboxState.WAITING
    desk.take_way("signInAgain")
    await desk.reaches(entry, OutboxState.SETTLED)
    assert not desk.has_strip("sessionNotice")
    moves = {line["url"] for line in desk.sandbox.state()["log"] if line["method"] == "PUT"}
    assert len(moves) == 1
