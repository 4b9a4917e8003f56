"""Secrets in the system keyring, or in memory where there is none. Never on disk by us, never in a text form.

A keyring may ask the person something, and then blocks: all its work is done, in order, on one thread of its
own that nothing waits for without limit.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from secrets import token_bytes
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from hhdesk.domain.errors import HhdeskError, KeyringLocked, StoreKeyLost
from hhdesk.store import secret_service
from hhdesk.store.recovery import KEY_BYTES
from hhdesk.store.secret_service import Unanswered

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

DATABASE_KEY = "database_key"
CLIENT_KEYS = "client_keys"
TOKEN_PAIR = "token_pair"

TIME_LIMIT_SECONDS = 10.0

Kind = Literal["keyring", "memory"]
T = TypeVar("T")


class Secrets:
    """Secrets of one profile. What was set is held in memory too: a keyring's trouble loses nothing."""

    def __init__(
        self, service: str = "hhdesk", profile: str = "default", *, time_limit: float = TIME_LIMIT_SECONDS
    ) -> None:
        self._service = service
        self._profile = profile
        self._time_limit = time_limit
        self._memory: dict[str, str] = {}
        self._kind: Kind = "keyring"
        self._thread: _KeyringThread | None = None

    def __repr__(self) -> str:
        return f"Secrets({self._service!r}, {self._profile!r}, {self._kind})"

    @property
    def kind(self) -> Kind:
        """Where secrets are kept as far as is known: `memory` once there turned out to be no keyring."""
        return self._kind

    async def probe(self) -> Kind:
        """Find out where secrets are kept. Raises KeyringLocked."""
        await self._wait(self._submit(self._probe))
        return self._kind

    def ask(self, name: str) -> "Future[str | None]":
        """Begin to read `name` without a loop or waiting: at process start, beside other work.

        The future may fail with KeyringLocked, and stays open while the keyring asks the person.
        """
        return self._submit(lambda: self._read(name))

    async def get(self, name: str) -> str | None:
        """The secret, or None where there is none.

        Raises:
            KeyringLocked: the keyring is locked, refuses, or does not answer in time.
        """
        if name in self._memory:
            return self._memory[name]
        found = await self._wait(self._submit(lambda: self._read(name)))
        if found is not None:
            self._memory.setdefault(name, found)
        return self._memory.get(name)

    async def set(self, name: str, value: str) -> None:
        """Keep a secret. Also when this raises, `get` gives it until the program ends.

        Raises:
            KeyringLocked: it is held in memory only; the keyring is locked, refuses, or does not answer
                in time.
        """
        self._memory[name] = value
        await self._wait(self._submit(lambda: self._write(name, value)))

    async def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is forgotten already. Raises KeyringLocked."""
        self._memory.pop(name, None)
        await self._wait(self._submit(lambda: self._remove(name)))

    async def database_key(self) -> bytes | None:
        """The key of this profile's databases, None if none was made. Raises KeyringLocked, StoreKeyLost."""
        text = await self.get(DATABASE_KEY)
        if not text:
            return None
        try:
            return bytes.fromhex(text)
        except ValueError:
            # Somebody else's hand: a new key would lock the person out of the file.
            raise StoreKeyLost(detail="key text") from None

    async def make_database_key(self) -> bytes:
        """Make and keep a new random key. Raises KeyringLocked."""
        key = token_bytes(KEY_BYTES)
        await self.keep_database_key(key)
        return key

    async def keep_database_key(self, key: bytes) -> None:
        """Keep a key that came from a recovery key. Raises KeyringLocked."""
        await self.set(DATABASE_KEY, key.hex())

    def _name(self, name: str) -> str:
        return f"{self._profile}/{name}"

    def _read(self, name: str) -> str | None:
        with suppress(Unanswered):
            if self._asks_itself:
                return secret_service.read(self._service, self._name(name))
        backend = self._backend()
        return None if backend is None else backend.get_password(self._service, self._name(name))

    def _write(self, name: str, value: str) -> None:
        with suppress(Unanswered):
            if self._asks_itself:
                secret_service.write(self._service, self._name(name), value)
                return
        backend = self._backend()
        if backend is not None:
            backend.set_password(self._service, self._name(name), value)

    def _remove(self, name: str) -> None:
        with suppress(Unanswered):
            if self._asks_itself:
                secret_service.remove(self._service, self._name(name))
                return
        backend = self._backend()
        if backend is not None and backend.get_password(self._service, self._name(name)) is not None:
            backend.delete_password(self._service, self._name(name))

    def _probe(self) -> None:
        with suppress(Unanswered):
            if self._asks_itself:
                secret_service.check()
                return
        self._backend()

    @property
    def _asks_itself(self) -> bool:
        """Until something had to be left to the keyring library: it is loaded then, and does it all."""
        return secret_service.is_ours_to_ask()

    def _backend(self) -> "KeyringBackend | None":
        backend = _find_backend()
        self._kind = "memory" if backend is None else "keyring"
        return backend

    def _submit(self, work: Callable[[], T]) -> "Future[T]":
        if self._thread is None:
            self._thread = _KeyringThread()
        return self._thread.submit(work)

    async def _wait(self, job: "Future[T]") -> T:
        """Wait for `job`, but not for ever. It goes on: what shall be kept is kept when the keyring opens."""
        loop = asyncio.get_running_loop()
        done = asyncio.Event()

        def tell(_: "Future[T]") -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(done.set)

        job.add_done_callback(tell)
        try:
            async with asyncio.timeout(self._time_limit):
                await done.wait()
        except TimeoutError:
            raise KeyringLocked(detail="no answer") from None
        return job.result()

    def close(self) -> None:
        """End the thread after what is queued, and forget what is in memory. Does not wait."""
        self._memory.clear()
        if self._thread is not None:
            self._thread.close()
            self._thread = None


class _KeyringThread:
    """Does one thing after another. A daemon: a keyring that never answers must not keep the program from
    ending.
    """

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        threading.Thread(target=self._run, name="keyring", daemon=True).start()

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        job: Future[T] = Future()
        self._jobs.put((job, work))
        return job

    def close(self) -> None:
        self._jobs.put(None)

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            job, work = item
            if not job.set_running_or_notify_cancel():
                continue
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 backends raise whatever their system raises; it is handed on
                job.set_exception(_as_ours(error))
            else:
                job.set_result(result)


def _as_ours(error: Exception) -> HhdeskError:
    """Names the kind only: a backend's text might hold what was to be kept."""
    return KeyringLocked(detail=type(error).__name__)


def _find_backend() -> "KeyringBackend | None":
    """The system's keyring, or None. `PYTHON_KEYRING_BACKEND` is keyring's own and honoured."""
    import keyring
    from keyring.backends import fail, null

    backend = keyring.get_keyring()
    return None if isinstance(backend, fail.Keyring | null.Keyring) else backend
