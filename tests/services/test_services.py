"""Opening and closing everything: keys, plain stores, locks, and the whole path of a day."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring import errors
from keyring.backend import KeyringBackend

from hhdesk.config import Configuration
from hhdesk.domain.account import ClientKeys
from hhdesk.domain.connection import ConnectionState, KeyringKind
from hhdesk.domain.errors import KeyringLocked, NoConnection, NoKeyring, StoreKeyLost, StoreLocked
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.context import now
from hhdesk.services.services import Services
from hhdesk.store import damage
from hhdesk.store.secrets import Secrets
from tests.sandbox_process import Sandbox
from tests.secret_service import run_with_keyring
from tests.services.acting import (
    OpenServices,
    act,
    closed_resume,
    consent,
    first_page,
    followed,
    read,
    shorts,
    until,
)
from tests.services.browser import Browser
from tests.services.working import first_response, move
from tests.workers import PROFILE, free_port


@pytest.fixture
def attended(configuration: Configuration) -> Configuration:
    """A person's profile: no keys in the environment."""
    return replace(configuration, client_id="", client_secret="")


async def test_person_without_a_keyring_is_asked(attended: Configuration) -> None:
    with pytest.raises(NoKeyring):
        await Services.open(attended)
    services = await Services.open(attended, plain=True)
    assert not services.context.store.database.encrypted
    await services.close()
    again = await Services.open(attended)
    assert not again.context.store.database.encrypted
    await again.close()


async def test_demo_is_plain_by_itself(attended: Configuration) -> None:
    services = await Services.open(replace(attended, demo=True))
    assert not services.context.store.database.encrypted
    await services.close()


async def test_key_from_the_keyring_encrypts(attended: Configuration, secrets: Secrets) -> None:
    await secrets.make_database_key()
    services = await Services.open(attended, secrets=secrets)
    assert services.context.store.database.encrypted
    await services.close()
    with pytest.raises((NoKeyring, StoreKeyLost)):
        await Services.open(attended, secrets=Secrets(profile=PROFILE))
    again = await Services.open(attended, secrets=secrets)
    await again.close()


async def test_second_program_on_the_profile(signed_out: Services, configuration: Configuration) -> None:
    with pytest.raises(StoreLocked):
        await Services.open(configuration)
    await signed_out.close()
    again = await Services.open(configuration)
    await again.close()


async def test_background_work_begins_and_ends(services: Services, sandbox: Sandbox) -> None:
    services.start()
    await services.settings.change(keycaps=False)
    await services.close()
    assert sandbox.state()["violations"] == []


async def test_a_day_leaves_only_the_traces_of_its_acts(services: Services, sandbox: Sandbox) -> None:
    probe = await services.connect.probe()
    assert probe.me == services.connect.me
    await services.dictionaries.dictionaries()
    await services.dictionaries.suggest_areas("моск")
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    await services.files.pdf(closed.value, act("download_pdf"))
    opened = await services.contacts.open(closed.value, consent())
    await services.files.pdf(opened.value, act("download_pdf"))
    if opened.value.photo_url:
        await services.resumes.photo(opened.value.photo_url)
    await services.search.marked(await first_page(services, ResumeQuery()))
    await read(services, short)
    assert short.person_id is not None
    story = [event.kind for event in await services.people.timeline(short.person_id)]
    assert story == ["downloaded", "contacts_opened", "downloaded", "read"]
    state = sandbox.state()
    assert len(state["traced"]) == 4
    assert len(state["paid"]) == 1
    assert state["violations"] == state["unknown_paths"] == []


def test_two_days_with_a_real_keyring(sandbox: Sandbox, tmp_path: Path) -> None:
    child = "tests.services.children.keyring_day"
    found = json.loads(run_with_keyring(child, sandbox.url, str(tmp_path), str(free_port())))
    assert found == {
        "keyring": "keyring",
        "state": "signed_in",
        "rows": 50,
        "encrypted": True,
        "keys": True,
        "secrets_on_disk": 0,
    }


async def test_server_that_is_gone(configuration: Configuration, secrets: Secrets) -> None:
    with Sandbox.start(resumes=60, vacancies=3) as own:
        there = replace(configuration, api_url=own.url, site_url=own.url)
        services = await Services.open(there, secrets=secrets)
        await services.connect.sign_in(Browser())
        found = await first_page(services, ResumeQuery())
        await read(services, shorts(found)[0])
        await services.close()
    again = await Services.open(there, secrets=secrets)
    shown, error = await followed(again.search.run(ResumeQuery()))
    assert isinstance(error, NoConnection)
    assert [row.key for row in shown[0].rows] == [row.key for row in found.rows]
    assert (await read(again, shorts(shown[0])[0]))[0].from_store
    assert again.connect.connection.state is ConnectionState.SIGNED_IN
    await again.close()


class LockedKeyring(KeyringBackend):
    """A keyring that takes nothing. Its priority keeps it from being chosen by itself."""

    priority = -1

    def get_password(self, service: str, username: str) -> str | None:
        raise errors.KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise errors.PasswordSetError

    def delete_password(self, service: str, username: str) -> None:
        raise errors.PasswordDeleteError


async def test_keyring_that_locks_costs_nobody_the_session(services: Services, sandbox: Sandbox) -> None:
    keyring.set_keyring(LockedKeyring())  # type: ignore[no-untyped-call] # keyring leaves it untyped
    for _ in range(2):
        sandbox.set(expire_tokens=True)
        await services.connect.probe()
    assert sandbox.state()["tokens_issued"] == 3
    with pytest.raises(KeyringLocked):
        await services.connect.sign_out()
    assert services.connect.connection.keyring is KeyringKind.MEMORY
    assert services.connect.connection.state is ConnectionState.SIGNED_OUT


async def test_locked_keyring_at_the_start(configuration: Configuration) -> None:
    keyring.set_keyring(LockedKeyring())  # type: ignore[no-untyped-call] # keyring leaves it untyped
    services = await Services.open(replace(configuration, demo=True))
    assert services.connect.connection.state is ConnectionState.SIGNED_OUT
    await services.connect.set_keys(
        ClientKeys(client_id="demo-client", client_secret="demo-secret", contact="a@b.c")
    )
    await services.connect.sign_in(Browser())
    assert services.connect.connection.keyring is KeyringKind.MEMORY
    await services.close()
    with pytest.raises(KeyringLocked):
        await Services.open(replace(configuration, client_id="", client_secret=""))


async def test_closing_ends_a_call_under_way(services: Services, sandbox: Sandbox) -> None:
    sandbox.hold("get-areas")
    asking = asyncio.create_task(services.dictionaries.areas())
    await until(lambda: bool(sandbox.state()["waiting"]))
    asking.cancel()
    await services.close()
    sandbox.release()
    assert asking.done()


async def test_unattended_sign_in_without_a_person(configuration: Configuration) -> None:
    services = await Services.open(configuration)
    assert services.connect.connection.state is ConnectionState.SIGNED_OUT
    keys = services.connect.keys()
    assert keys is not None
    assert keys.client_id == configuration.client_id
    await services.connect.sign_in(Browser())
    await services.close()


async def test_what_was_decided_is_there_after_a_damaged_store_was_set_aside(
    services: Services, open_services: OpenServices
) -> None:
    services.outbox.pause()
    entry = await move(services, await first_response(services))
    path = services.context.store.database.path
    await services.close()
    damage.set_aside(path, now())
    again = await open_services()
    assert [kept.key for kept in again.outbox.entries] == [entry.key]
    assert again.connect.connection.state is ConnectionState.SIGNED_IN
