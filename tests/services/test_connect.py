"""Keys, sign-in, sessions that end, sign-out, manager accounts, captcha."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import replace

import msgspec
import pytest

from hhdesk.config import Configuration
from hhdesk.domain.account import ClientKeys
from hhdesk.domain.connection import Connection, ConnectionState, KeyringKind
from hhdesk.domain.errors import (
    Cancelled,
    CaptchaRequired,
    ConsentRefused,
    HhdeskError,
    ManagerAccountForbidden,
    ManagerAccountUnknown,
    NoConnection,
    NotAnEmployer,
    NotSignedIn,
    PortTaken,
    RefreshRefused,
    RegistrationWrong,
    SignInAbandoned,
    SignInFailed,
    StateMismatch,
)
from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Captcha
from hhdesk.services.services import Services
from hhdesk.store.secrets import Secrets
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, act, first_page, followed, shorts, until
from tests.services.browser import Browser, with_query
from tests.services.working import first_response, move
from tests.workers import free_port

KEYS = ClientKeys(client_id="demo-client", client_secret="demo-secret", contact="tests@example.com")


def states(services: Services) -> list[ConnectionState]:
    """Every state from now on."""
    seen: list[ConnectionState] = []
    services.connect.changed.listen(lambda connection: seen.append(connection.state))
    return seen


async def test_first_sign_in(signed_out: Services, sandbox: Sandbox) -> None:
    seen = states(signed_out)
    assert signed_out.connect.connection.state is ConnectionState.SIGNED_OUT
    browser = Browser()
    me = await signed_out.connect.sign_in(browser)
    assert (me.is_employer, me.employer_id, me.manager_id) == (True, sandbox.employer_id, sandbox.manager_id)
    assert seen == [ConnectionState.SIGNING_IN, ConnectionState.SIGNED_IN]
    assert signed_out.connect.connection.me == me
    assert signed_out.context.store.account == me.account_key
    browser.wait()
    assert "code_challenge_method=S256" in browser.opened[0]
    assert "force_role=true" in browser.opened[0]
    assert sandbox.state()["violations"] == []


async def test_next_start_is_signed_in_without_network(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    me = services.connect.me
    found = await first_page(services, ResumeQuery())
    await services.close()
    before = sandbox.state()["requests"]
    again = await open_services()
    assert again.connect.connection.state is ConnectionState.SIGNED_IN
    assert again.connect.me == me
    last = again.search.last_now()
    assert last is not None
    assert [row.key for row in last.rows] == [row.key for row in found.rows]
    assert sandbox.state()["requests"] == before


async def test_without_keys_nothing_is_set_up(configuration: Configuration, secrets: Secrets) -> None:
    services = await Services.open(
        replace(configuration, client_id="", client_secret=""), plain=True, secrets=secrets
    )
    assert services.connect.connection.state is ConnectionState.NOT_SET_UP
    assert services.outbox.summary().paused
    with pytest.raises(RegistrationWrong):
        await services.connect.sign_in(Browser())
    await services.connect.set_keys(KEYS)
    connection = services.connect.connection
    assert connection.state is ConnectionState.SIGNED_OUT
    assert connection.client_id == "demo-client"
    assert connection.keyring is KeyringKind.MEMORY
    assert connection.redirect_uri == f"http://127.0.0.1:{configuration.redirect_port}/hhdesk/return"
    assert "demo-secret" not in repr(connection)
    await services.connect.sign_in(Browser())
    await services.close()
    again = await Services.open(replace(configuration, client_id="", client_secret=""), secrets=secrets)
    assert again.connect.connection.state is ConnectionState.SIGNED_IN
    assert again.connect.keys() == KEYS
    await again.close()


async def test_wrong_secret_is_a_registration_error(signed_out: Services) -> None:
    await signed_out.connect.set_keys(
        ClientKeys(client_id="demo-client", client_secret="wrong", contact="tests@example.com")
    )
    with pytest.raises(RegistrationWrong):
        await signed_out.connect.sign_in(Browser())
    assert signed_out.connect.connection == Connection(
        state=ConnectionState.SIGNED_OUT,
        redirect_uri=signed_out.connect.connection.redirect_uri,
        client_id="demo-client",
        error="RegistrationWrong",
    )


async def test_refused_consent(signed_out: Services) -> None:
    with pytest.raises(ConsentRefused):
        await signed_out.connect.sign_in(Browser("deny"))
    assert signed_out.connect.connection.error == "ConsentRefused"


async def test_answer_of_another_sign_in(signed_out: Services) -> None:
    with pytest.raises(StateMismatch):
        await signed_out.connect.sign_in(Browser(change=lambda back: with_query(back, state="another")))


async def test_code_that_hh_does_not_know(signed_out: Services) -> None:
    with pytest.raises(SignInFailed):
        await signed_out.connect.sign_in(Browser(change=lambda back: with_query(back, code="another")))
    assert signed_out.connect.connection.state is ConnectionState.SIGNED_OUT


async def test_port_held_by_another_program(signed_out: Services, configuration: Configuration) -> None:
    assert configuration.redirect_port is not None
    with socket.socket() as other:
        other.bind(("127.0.0.1", configuration.redirect_port))
        other.listen()
        with pytest.raises(PortTaken) as told:
            await signed_out.connect.sign_in(Browser())
    assert told.value.port == configuration.redirect_port
    await signed_out.connect.sign_in(Browser())


async def test_person_may_choose_another_port(configuration: Configuration, secrets: Secrets) -> None:
    configuration = replace(configuration, redirect_port=None)
    services = await Services.open(configuration, secrets=secrets)
    port = free_port()
    await services.connect.set_redirect_port(port)
    assert f":{port}/" in services.connect.connection.redirect_uri
    await services.connect.sign_in(Browser())
    await services.close()
    again = await Services.open(configuration, secrets=secrets)
    assert f":{port}/" in again.connect.connection.redirect_uri
    await again.close()


async def test_nobody_comes_back(signed_out: Services) -> None:
    with pytest.raises(SignInAbandoned):
        await signed_out.connect.sign_in(lambda address: None, timeout_seconds=0.05)
    assert signed_out.connect.connection.error == "SignInAbandoned"


async def test_cancelled_sign_in_frees_the_port(signed_out: Services) -> None:
    opened = asyncio.Event()
    waiting = asyncio.create_task(signed_out.connect.sign_in(lambda address: opened.set()))
    await opened.wait()
    await signed_out.connect.cancel_sign_in()
    with pytest.raises(Cancelled):
        await waiting
    assert signed_out.connect.connection.state is ConnectionState.SIGNED_OUT
    await signed_out.connect.sign_in(Browser())


async def test_second_sign_in_replaces_the_waiting_one(signed_out: Services) -> None:
    opened = asyncio.Event()
    waiting = asyncio.create_task(signed_out.connect.sign_in(lambda address: opened.set()))
    await opened.wait()
    await signed_out.connect.sign_in(Browser())
    with pytest.raises(Cancelled):
        await waiting
    assert signed_out.connect.connection.state is ConnectionState.SIGNED_IN


async def test_applicant_is_no_employer(
    signed_out: Services, sandbox: Sandbox, open_services: OpenServices
) -> None:
    sandbox.fault(
        "fields",
        "get-current-user-info",
        fields={"is_employer": False, "is_applicant": True, "employer": None},
    )
    with pytest.raises(NotAnEmployer):
        await signed_out.connect.sign_in(Browser())
    assert signed_out.connect.connection.state is ConnectionState.SIGNED_OUT
    with pytest.raises(NotSignedIn):
        await first_page(signed_out, ResumeQuery())
    await signed_out.close()
    assert (await open_services()).connect.connection.state is ConnectionState.SIGNED_OUT


async def test_ten_requests_with_an_expired_token_refresh_once(services: Services, sandbox: Sandbox) -> None:
    sandbox.set(expire_tokens=True)
    issued = sandbox.state()["tokens_issued"]
    await asyncio.gather(*(services.connect.probe() for _ in range(10)))
    assert sandbox.state()["tokens_issued"] == issued + 1


async def test_renewed_pair_is_in_the_keyring(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    sandbox.set(expire_tokens=True)
    await services.connect.probe()
    await services.close()
    again = await open_services()
    assert (await again.connect.probe()).me == again.connect.me


async def test_refused_refresh_ends_the_session_and_one_click_resumes(
    services: Services, sandbox: Sandbox
) -> None:
    found = await first_page(services, ResumeQuery())
    seen = states(services)
    sandbox.set(expire_tokens=True)
    sandbox.hold("authorize")
    probing = asyncio.create_task(services.connect.probe())
    await until(lambda: bool(sandbox.state()["waiting"]))
    sandbox.set(revoke_tokens=True)
    sandbox.release()
    with pytest.raises(RefreshRefused):
        await probing
    assert seen == [ConnectionState.SESSION_LOST]
    assert services.connect.connection.error == "RefreshRefused"
    assert services.outbox.summary().paused
    stored = await services.search.stored(ResumeQuery())
    assert stored is not None
    assert len(stored.rows) == len(found.rows)
    await services.connect.sign_in(Browser())
    assert seen[1:] == [ConnectionState.SIGNING_IN, ConnectionState.SIGNED_IN]
    assert not services.outbox.summary().paused


async def test_what_the_person_paused_stays_paused(services: Services, sandbox: Sandbox) -> None:
    services.outbox.pause()
    sandbox.set(revoke_tokens=True)
    await followed(services.search.run(ResumeQuery()))
    assert services.connect.connection.state is ConnectionState.SESSION_LOST
    await services.connect.sign_in(Browser())
    assert services.outbox.summary().paused


async def test_nothing_is_sent_while_somebody_signs_in(services: Services) -> None:
    assert not services.outbox.summary().paused
    paused: list[bool] = []
    services.connect.changed.listen(lambda connection: paused.append(services.outbox.summary().paused))
    with pytest.raises(ConsentRefused):
        await services.connect.sign_in(Browser("deny"))
    assert paused == [True, False]
    assert services.connect.connection.state is ConnectionState.SIGNED_IN


SOMEBODY_ELSE = {
    "id": "1",
    "employer": {"id": "5", "name": "Другие", "manager_id": "7"},
    "manager": {"id": "7", "has_multiple_manager_accounts": False},
}


async def test_a_sign_in_that_ends_halfway_leaves_the_person_who_works(
    services: Services, sandbox: Sandbox, secrets: Secrets
) -> None:
    kept = await secrets.get("token_pair")
    sandbox.fault("cut_before", "get-current-user-info")
    with pytest.raises(NoConnection):
        await services.connect.sign_in(Browser())
    sandbox.clear_faults()
    # hh.ru has not said whose the new pair is: nothing may be done with it.
    assert await secrets.get("token_pair") == kept
    assert services.connect.connection.state is ConnectionState.SIGNED_IN
    await first_page(services, ResumeQuery())


async def test_somebody_else_begins_in_their_own_store(
    services: Services, sandbox: Sandbox, secrets: Secrets
) -> None:
    before = services.context.store.account
    sandbox.fault("fields", "get-current-user-info", times=1, fields=SOMEBODY_ELSE)
    me = await services.connect.sign_in(Browser())
    assert (me.id, services.context.me) == ("1", me)
    assert services.context.store.account == me.account_key != before
    assert '"owner":"1"' in (await secrets.get("token_pair") or "")


async def test_what_was_read_for_one_is_not_stored_for_another(services: Services, sandbox: Sandbox) -> None:
    sandbox.hold("search-for-resumes")
    reading = asyncio.create_task(followed(services.search.run(ResumeQuery())))
    await until(lambda: bool(sandbox.state()["waiting"]))
    sandbox.fault("fields", "get-current-user-info", times=1, fields=SOMEBODY_ELSE)
    await services.connect.sign_in(Browser())
    sandbox.release()
    shown, error = await reading
    assert not shown
    assert isinstance(error, Cancelled)
    assert await services.search.last() is None


async def test_a_pair_of_somebody_else_is_not_used_in_this_store(
    services: Services, secrets: Secrets, open_services: OpenServices
) -> None:
    await services.close()
    stored = msgspec.json.decode(await secrets.get("token_pair") or "")
    await secrets.set("token_pair", msgspec.json.encode({**stored, "owner": "1"}).decode())
    again = await open_services()
    assert again.connect.connection.state is ConnectionState.SIGNED_OUT
    assert again.outbox.summary().paused
    with pytest.raises(NotSignedIn):
        await first_page(again, ResumeQuery())


async def test_sign_out_revokes_and_keeps_what_is_stored(services: Services, sandbox: Sandbox) -> None:
    await first_page(services, ResumeQuery())
    assert await services.connect.sign_out()
    assert sandbox.state()["operations"]["invalidate-token"] == 1
    assert services.connect.connection.state is ConnectionState.SIGNED_OUT
    assert await services.search.stored(ResumeQuery()) is not None
    with pytest.raises(NotSignedIn):
        await first_page(services, ResumeQuery())


async def test_sign_out_offline_forgets_and_says_so(
    services: Services, sandbox: Sandbox, open_services: OpenServices
) -> None:
    sandbox.fault("cut_before")
    assert not await services.connect.sign_out()
    await services.close()
    assert (await open_services()).connect.connection.state is ConnectionState.SIGNED_OUT


async def test_offline_is_no_lost_session(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("cut_before")
    with pytest.raises(NoConnection):
        await services.connect.probe()
    assert services.connect.connection.state is ConnectionState.SIGNED_IN


async def test_probe_tells_quota_and_access(services: Services, sandbox: Sandbox) -> None:
    probe = await services.connect.probe()
    assert probe.quota is not None
    assert probe.quota.views_left is not None
    assert probe.access
    assert not probe.missing_access
    sandbox.fault("not_found", "get-payable-api-method-access")
    assert (await services.connect.probe()).access is None


async def test_manager_account_has_its_own_store(services: Services) -> None:
    await services.settings.change(rejection_seconds=33)
    await first_page(services, ResumeQuery())
    changed: list[Connection] = []
    services.account_changed.listen(changed.append)
    accounts = await services.connect.accounts()
    other = next(account for account in accounts if not account.current)
    primary = services.context.store.account
    await services.connect.choose_account(other.id)
    assert services.context.store.account != primary
    assert services.connect.connection.manager_account == other.id
    assert len(changed) == 1
    assert await services.search.last() is None
    await services.connect.choose_account("")
    assert services.context.store.account == primary
    assert await services.search.last() is not None
    assert services.settings.preferences.rejection_seconds == 33


async def test_background_work_moves_to_the_other_store(services: Services, sandbox: Sandbox) -> None:
    services.start()
    other = next(account for account in await services.connect.accounts() if not account.current)
    await services.connect.choose_account(other.id)
    asked = sandbox.state()["operations"].get("get-active-vacancy-list", 0)
    services.sync.refresh_now()
    await until(lambda: sandbox.state()["operations"].get("get-active-vacancy-list", 0) > asked)


async def test_a_change_of_account_that_is_cancelled_is_made_to_its_end(
    services: Services, sandbox: Sandbox
) -> None:
    """A second choice, or Cancel, comes while the account that is left still has a write on its way."""
    await services.settings.change(take_back_seconds=0)
    other = next(account for account in await services.connect.accounts() if not account.current)
    response = await first_response(services)
    services.start()
    sandbox.hold("change-negotiation-action")
    await move(services, response)
    await until(lambda: bool(sandbox.state()["held"]))
    choosing = asyncio.create_task(services.connect.choose_account(other.id))
    # It has asked who that is, and now waits for the write.
    await until(lambda: services.outbox.summary().sending == 1 and not is_working())
    choosing.cancel()
    sandbox.release()
    await asyncio.wait({choosing})
    assert choosing.cancelled()
    assert services.connect.connection.manager_account == other.id
    assert services.connect.connection.state is ConnectionState.SIGNED_IN
    assert is_working()
    assert not services.outbox.entries
    await services.connect.choose_account("")
    assert [entry.state for entry in services.outbox.entries] == [OutboxState.SETTLED]


def is_working() -> bool:
    """Whether the outbox's background work is there."""
    return any(task.get_name() == "outbox" and not task.cancelling() for task in asyncio.all_tasks())


async def test_an_account_whose_outbox_fails_sends_nothing_and_the_rest_works(services: Services) -> None:
    other = next(account for account in await services.connect.accounts() if not account.current)
    await move(services, await first_response(services))
    services.start()
    await services.connect.choose_account(other.id)
    await services.context.store.database.write(lambda c: c.execute("ALTER TABLE outbox RENAME TO gone"))
    await services.connect.choose_account("")
    stopped: list[HhdeskError] = []
    services.outbox.stopped.listen(stopped.append)
    await services.connect.choose_account(other.id)
    assert services.connect.connection.manager_account == other.id
    assert stopped
    assert services.outbox.summary().paused
    assert not services.outbox.entries
    assert is_working()
    await services.connect.probe()
    await services.connect.choose_account("")
    assert services.outbox.summary().waiting == 1
    assert not services.outbox.summary().paused


async def test_chosen_account_that_another_person_lacks(services: Services, sandbox: Sandbox) -> None:
    other = next(account for account in await services.connect.accounts() if not account.current)
    await services.connect.choose_account(other.id)
    lacks = {"type": "manager_accounts", "value": "manager_extra_account_not_found"}
    sandbox.fault("refuse", "get-current-user-info", times=1, **lacks)
    await services.connect.sign_in(Browser())
    assert services.connect.connection.manager_account == ""
    await services.connect.probe()


async def test_blocked_account_is_no_lost_session(services: Services, sandbox: Sandbox) -> None:
    sandbox.fault("used_manager_account_forbidden", "get-current-user-info", times=1)
    with pytest.raises(ManagerAccountForbidden):
        await services.connect.probe()
    assert services.connect.connection.state is ConnectionState.SIGNED_IN


async def test_unknown_manager_account_changes_nothing(services: Services) -> None:
    store = services.context.store
    with pytest.raises(ManagerAccountUnknown):
        await services.connect.choose_account("1")
    assert services.context.store is store
    assert services.connect.connection.manager_account == ""
    await services.connect.probe()


async def test_captcha_is_solved_in_the_browser_and_the_call_repeated(
    services: Services, sandbox: Sandbox
) -> None:
    resume = shorts(await first_page(services, ResumeQuery()))[0]
    sandbox.fault("captcha", "get-resume")
    shown, error = await followed(services.resumes.open(resume, act()))
    assert shown == []
    assert isinstance(error, CaptchaRequired)
    assert await services.connect.solve_captcha(error.captcha, Browser())
    shown, error = await followed(services.resumes.open(resume, act()))
    assert error is None
    assert shown[0].value.id == resume.id


async def test_a_check_that_was_left_holds_up_no_sign_in_and_no_other_check(
    services: Services, sandbox: Sandbox
) -> None:
    """The person is not sent to change the port because of hhdesk's own listening."""
    captcha = Captcha(captcha_url=f"{sandbox.url}/captcha?state=x")
    opened: list[str] = []
    first = asyncio.create_task(services.connect.solve_captcha(captcha, opened.append))
    await until(lambda: len(opened) == 1)
    second = asyncio.create_task(services.connect.solve_captcha(captcha, opened.append))
    await until(lambda: len(opened) == 2)
    assert await first is False
    await services.connect.sign_in(Browser())
    assert await second is False
    assert services.connect.connection.state is ConnectionState.SIGNED_IN


async def test_of_three_that_come_at_once_the_last_has_the_port(services: Services) -> None:
    opened: list[str] = []
    earlier = [asyncio.create_task(services.connect.sign_in(opened.append)) for _ in range(2)]
    last = asyncio.create_task(services.connect.sign_in(Browser()))
    async with asyncio.timeout(30):
        await last
    for one in earlier:
        with pytest.raises(Cancelled):
            await one


async def test_captcha_without_its_address_opens_the_other_way(services: Services) -> None:
    opened: list[str] = []
    assert not await services.connect.solve_captcha(
        Captcha(fallback_url="https://hh.ru/elsewhere"), opened.append
    )
    assert opened == ["https://hh.ru/elsewhere"]
    with pytest.raises(SignInAbandoned):
        await services.connect.solve_captcha(
            Captcha(captcha_url="https://hh.ru/captcha?state=1"), opened.append, timeout_seconds=0.05
        )
    assert "state=1&backurl=http%3A%2F%2F127.0.0.1" in opened[1]
