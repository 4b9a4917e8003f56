"""Secrets in Linux' Secret Service over D-Bus, as long as nobody has to be asked for anything.

At the start the database key is needed before anything can be shown, and the keyring library with what it
brings (cryptography among it) takes 60 to 100 ms to import and 9 MiB to keep. It stays the one that asks
people and knows every other system; whatever is not plain here is left to it. Both keep under the same
attributes, so that each finds what the other kept. A secret travels in the clear over the session's own bus:
whoever can listen there can ask the service as well.

Source: https://specifications.freedesktop.org/secret-service
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

BUS_NAME = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
INTERFACE = "org.freedesktop.Secret."
APPLICATION = "Python keyring library"
"""What the keyring library calls itself: it replaces only what has all of its attributes."""
NOWHERE = "/"
ANSWER_SECONDS = 2.0

T = TypeVar("T")


def is_ours_to_ask() -> bool:
    """Whether the keyring library would ask the Secret Service too: nobody configured it otherwise."""
    if sys.platform != "linux" or "keyring" in sys.modules:
        return False
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ or "PYTHON_KEYRING_BACKEND" in os.environ:
        return False
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return not (home / "python_keyring" / "keyringrc.cfg").exists()


def read(service: str, name: str) -> str | None:
    """The secret that is kept under these, None where there is none. Raises Unanswered."""
    return _done(lambda bus: _read(bus, service, name))


def write(service: str, name: str, value: str) -> None:
    """Keep a secret in place of the one that is kept under these. Raises Unanswered."""
    _done(lambda bus: _write(bus, service, name, value))


def remove(service: str, name: str) -> None:
    """Forget what is kept under these, if anything is. Raises Unanswered."""
    _done(lambda bus: _remove(bus, service, name))


def check() -> None:
    """Raises Unanswered unless a secret could be kept now."""
    _done(_default_collection)


class Unanswered(Exception):
    """The service is not there, something is locked, or it wants to ask the person."""


def _done(work: Callable[[Any], T]) -> T:
    from jeepney import DBusErrorResponse
    from jeepney.io.blocking import open_dbus_connection

    try:
        with closing(open_dbus_connection("SESSION")) as bus:
            return work(bus)
    except (DBusErrorResponse, OSError, EOFError, KeyError, ValueError) as error:
        raise Unanswered(type(error).__name__) from None


def _read(bus: Any, service: str, name: str) -> str | None:
    items = _items(bus, service, name)
    if not items:
        return None
    if len(items) > 1:
        raise Unanswered("several")
    secrets = _ask(bus, ROOT, "Service", "GetSecrets", "aoo", (items, _session(bus)))[0]
    for _session_path, _parameters, value, _kind in secrets.values():
        return bytes(value).decode()
    return None


def _write(bus: Any, service: str, name: str, value: str) -> None:
    properties = {
        INTERFACE + "Item.Label": ("s", f"Password for {name!r} on {service!r}"),
        INTERFACE + "Item.Attributes": ("a{ss}", {"application": APPLICATION, **_attributes(service, name)}),
    }
    secret = (_session(bus), b"", value.encode(), "text/plain")
    place = _default_collection(bus)
    item, _ = _ask(bus, place, "Collection", "CreateItem", "a{sv}(oayays)b", (properties, secret, True))
    if item == NOWHERE:
        raise Unanswered("prompt")


def _remove(bus: Any, service: str, name: str) -> None:
    for item in _items(bus, service, name):
        if _ask(bus, item, "Item", "Delete", "", ())[0] != NOWHERE:
            raise Unanswered("prompt")


def _items(bus: Any, service: str, name: str) -> list[str]:
    unlocked, locked = _ask(bus, ROOT, "Service", "SearchItems", "a{ss}", (_attributes(service, name),))
    if locked:
        raise Unanswered("locked")
    return list(unlocked)


def _attributes(service: str, name: str) -> dict[str, str]:
    return {"service": service, "username": name}


def _session(bus: Any) -> str:
    _, session = _ask(bus, ROOT, "Service", "OpenSession", "sv", ("plain", ("s", "")))
    return str(session)


def _default_collection(bus: Any) -> str:
    (place,) = _ask(bus, ROOT, "Service", "ReadAlias", "s", ("default",))
    if place == NOWHERE:
        raise Unanswered("no collection")
    unlocked, _ = _ask(bus, ROOT, "Service", "Unlock", "ao", ([place],))
    if place not in unlocked:
        raise Unanswered("locked")
    return str(place)


def _ask(
    bus: Any, path: str, interface: str, method: str, signature: str, values: tuple[Any, ...]
) -> tuple[Any, ...]:
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    address = DBusAddress(path, bus_name=BUS_NAME, interface=INTERFACE + interface)
    message = new_method_call(address, method, signature or None, values)
    answer: tuple[Any, ...] = unwrap_msg(bus.send_and_get_reply(message, timeout=ANSWER_SECONDS))
    return answer
