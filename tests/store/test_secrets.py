"""Secrets: in a real Secret Service, without one, and with keyrings that block or break."""

import asyncio
import logging
import threading
import traceback
from collections.abc import Iterator

import keyring
import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from hhdesk.domain.account import ClientKeys, TokenPair
from hhdesk.domain.errors import KeyringLocked, StoreKeyLost
from hhdesk.store.secrets import DATABASE_KEY, TOKEN_PAIR, Secrets
from tests.secret_service import run_with_keyring

SECRET = "очень-тайное-слово"  # what must not be seen


class BlockableKeyring(KeyringBackend):
    """Keeps passwords in memory; can block as if it asked the person, or break."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring leaves it untyped
        self.kept: dict[tuple[str, str], str] = {}
        self.open = threading.Event()
        self.open.set()
        self.breaking: Exception | None = None

    def _wait(self) -> None:
        self.open.wait()
        if self.breaking is not None:
            raise self.breaking

    def get_password(self, service: str, username: str) -> str | None:
        self._wait()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._wait()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._wait()
        del self.kept[service, username]


@pytest.fixture
def backend() -> Iterator[BlockableKeyring]:
    """A keyring that the test holds in its hand."""
    before = keyring.get_keyring()
    blockable = BlockableKeyring()
    keyring.set_keyring(blockable)
    yield blockable
    blockable.open.set()
    keyring.set_keyring(before)


@pytest.fixture
def secrets() -> Iterator[Secrets]:
    """Secrets with little patience."""
    made = Secrets(profile="p", time_limit=0.2)
    yield made
    made.close()


def test_in_a_real_secret_service() -> None:
    said = run_with_keyring("tests.store.children.keeper", "keep").splitlines()
    assert said == ["keyring None None", "True True", "True", "None None", "None"]


def test_the_keyring_library_and_we_find_what_the_other_kept() -> None:
    said = run_with_keyring("tests.store.children.keeper", "both").splitlines()
    assert said == ["False", "second", "third None False"]


def test_in_a_real_secret_service_that_is_locked() -> None:
    said = run_with_keyring("tests.store.children.keeper", "locked", unlocked=False)
    assert said == "KeyringLocked keyring пара\n"


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring])
async def test_without_a_keyring_secrets_stay_in_memory(
    backend: BlockableKeyring, secrets: Secrets, kind: type[KeyringBackend]
) -> None:
    keyring.set_keyring(kind())
    assert await secrets.get(TOKEN_PAIR) is None
    assert secrets.kind == "memory"
    await secrets.set(TOKEN_PAIR, SECRET)
    assert await secrets.get(TOKEN_PAIR) == SECRET
    assert await Secrets(profile="p").get(TOKEN_PAIR) is None
    await secrets.delete(TOKEN_PAIR)
    assert await secrets.get(TOKEN_PAIR) is None
    assert await secrets.probe() == "memory"
    assert backend.kept == {}


async def test_a_keyring_keeps_by_profile(backend: BlockableKeyring, secrets: Secrets) -> None:
    key = await secrets.make_database_key()
    assert await secrets.probe() == "keyring"
    assert backend.kept == {("hhdesk", "p/database_key"): key.hex()}
    assert await Secrets(profile="p").database_key() == key
    assert await Secrets(profile="q").database_key() is None
    await secrets.keep_database_key(bytes(32))
    assert await Secrets(profile="p").database_key() == bytes(32)


async def test_a_spoilt_database_key_is_never_replaced(backend: BlockableKeyring, secrets: Secrets) -> None:
    backend.kept["hhdesk", f"p/{DATABASE_KEY}"] = "not a key"
    with pytest.raises(StoreKeyLost):
        await secrets.database_key()


async def test_a_blocked_keyring_costs_the_time_limit_and_no_data(
    backend: BlockableKeyring, secrets: Secrets
) -> None:
    backend.open.clear()
    for value in ("first", "second", SECRET):
        with pytest.raises(KeyringLocked, match="no answer"):
            await secrets.set(TOKEN_PAIR, value)
    with pytest.raises(KeyringLocked):
        await secrets.get(DATABASE_KEY)
    assert await secrets.get(TOKEN_PAIR) == SECRET
    backend.open.set()
    last = secrets.ask(TOKEN_PAIR)  # comes after all that was queued
    assert await asyncio.wrap_future(last) == SECRET
    assert backend.kept == {("hhdesk", "p/token_pair"): SECRET}


@pytest.mark.parametrize(
    "error", [errors.KeyringLocked("x"), errors.InitError("x"), errors.PasswordSetError("x"), OSError("dbus")]
)
async def test_a_broken_keyring(backend: BlockableKeyring, secrets: Secrets, error: Exception) -> None:
    backend.breaking = error
    with pytest.raises(KeyringLocked, match=type(error).__name__):
        await secrets.set(TOKEN_PAIR, SECRET)
    assert await secrets.get(TOKEN_PAIR) == SECRET
    with pytest.raises(KeyringLocked):
        await secrets.get(DATABASE_KEY)


async def test_asking_before_there_is_a_loop(backend: BlockableKeyring, secrets: Secrets) -> None:
    backend.kept["hhdesk", f"p/{DATABASE_KEY}"] = "00" * 32
    future = await asyncio.to_thread(secrets.ask, DATABASE_KEY)
    assert future.result(5) == "00" * 32


async def test_secrets_are_never_in_a_text_form(
    backend: BlockableKeyring, secrets: Secrets, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    backend.breaking = errors.PasswordSetError(f"cannot keep {SECRET}")
    await asyncio.gather(secrets.set(TOKEN_PAIR, SECRET), return_exceptions=True)
    with pytest.raises(KeyringLocked) as raised:
        await secrets.set(TOKEN_PAIR, SECRET)
    shown = "".join(traceback.format_exception(raised.value))
    pair = TokenPair(access=SECRET, refresh=SECRET)
    keys = ClientKeys(client_id="id", client_secret=SECRET, contact="a@b.ru")
    for text in (repr(secrets), str(secrets), shown, caplog.text, repr(pair), str(keys), f"{pair} {keys!r}"):
        assert SECRET not in text


async def test_a_late_answer_after_the_loop_is_gone_is_harmless(backend: BlockableKeyring) -> None:
    secrets = Secrets(profile="p", time_limit=0.05)
    backend.open.clear()

    def impatient() -> None:
        with pytest.raises(KeyringLocked):
            asyncio.run(secrets.set(TOKEN_PAIR, SECRET))

    await asyncio.to_thread(impatient)
    backend.open.set()
    assert await asyncio.wrap_future(secrets.ask(TOKEN_PAIR)) == SECRET
    secrets.close()
