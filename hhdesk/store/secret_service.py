"""Reading a secret from Linux' Secret Service over D-Bus, where that is all that is wanted.

At the start the database key is needed before anything can be shown, and the keyring library takes 60 to 100
ms to import. It stays the one that writes, asks people and knows every other system; whatever is not plain
here is left to it.

Source: https://specifications.freedesktop.org/secret-service
"""

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

BUS_NAME = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
INTERFACE = "org.freedesktop.Secret."
ANSWER_SECONDS = 2.0


def is_ours_to_ask() -> bool:
    """Whether the keyring library would ask the Secret Service too: nobody configured it otherwise."""
    if sys.platform != "linux" or "keyring" in sys.modules:
        return False
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ or "PYTHON_KEYRING_BACKEND" in os.environ:
        return False
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return not (home / "python_keyring" / "keyringrc.cfg").exists()


def read(service: str, name: str) -> str | None:
    """The secret that the keyring library keeps under these, None where it is not simply there: no service,
    locked, several, or none.
    """
    from jeepney import DBusErrorResponse
    from jeepney.io.blocking import open_dbus_connection

    try:
        with closing(open_dbus_connection("SESSION")) as bus:
            return _read(bus, service, name)
    except (DBusErrorResponse, OSError, EOFError, KeyError, ValueError):
        return None


def _read(bus: Any, service: str, name: str) -> str | None:
    wanted = {"service": service, "username": name}
    unlocked, locked = _ask(bus, "Service", "SearchItems", "a{ss}", (wanted,))
    if len(unlocked) != 1 or locked:
        return None
    _, session = _ask(bus, "Service", "OpenSession", "sv", ("plain", ("s", "")))
    secrets = _ask(bus, "Service", "GetSecrets", "aoo", (unlocked, session))[0]
    for _session, _parameters, value, _kind in secrets.values():
        return bytes(value).decode()
    return None


def _ask(bus: Any, interface: str, method: str, signature: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    address = DBusAddress(ROOT, bus_name=BUS_NAME, interface=INTERFACE + interface)
    message = new_method_call(address, method, signature, values)
    answer: tuple[Any, ...] = unwrap_msg(bus.send_and_get_reply(message, timeout=ANSWER_SECONDS))
    return answer
