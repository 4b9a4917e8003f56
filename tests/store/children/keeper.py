"""Keeps and reads secrets in the system's keyring and prints what came of it.

python -m tests.store.children.keeper keep|both|locked
"""

import asyncio
import os
import sys

from hhdesk.domain.errors import KeyringLocked
from hhdesk.store.secrets import CLIENT_KEYS, TOKEN_PAIR, Secrets


def _say(*values: object) -> None:
    os.write(1, " ".join(map(str, values)).encode() + b"\n")


async def _keep() -> None:
    secrets = Secrets(profile="тест")
    _say(await secrets.probe(), await secrets.get(TOKEN_PAIR), await secrets.database_key())
    key = await secrets.make_database_key()
    await secrets.set(TOKEN_PAIR, "пара " * 60)
    again = Secrets(profile="тест")
    _say(await again.database_key() == key, await again.get(TOKEN_PAIR) == "пара " * 60)
    _say(again.ask(TOKEN_PAIR).result(10) == "пара " * 60)
    _say(await again.get(CLIENT_KEYS), await Secrets(profile="other").get(TOKEN_PAIR))
    await again.delete(TOKEN_PAIR)
    await again.delete(TOKEN_PAIR)
    _say(await Secrets(profile="тест").get(TOKEN_PAIR))


async def _both() -> None:
    """What hhdesk keeps by itself is the keyring library's too, and the other way round."""
    secrets = Secrets()
    await secrets.set(TOKEN_PAIR, "first")
    await secrets.set(TOKEN_PAIR, "second")
    await secrets.set(CLIENT_KEYS, "keys")
    _say("keyring" in sys.modules)
    import keyring

    _say(keyring.get_password("hhdesk", f"default/{TOKEN_PAIR}"))
    keyring.set_password("hhdesk", f"default/{TOKEN_PAIR}", "third")
    keyring.delete_password("hhdesk", f"default/{CLIENT_KEYS}")
    for name in [name for name in sys.modules if name.partition(".")[0] == "keyring"]:
        del sys.modules[name]
    again = Secrets()
    _say(await again.get(TOKEN_PAIR), await again.get(CLIENT_KEYS), "keyring" in sys.modules)


async def _locked() -> None:
    secrets = Secrets(time_limit=2)
    try:
        await secrets.set(TOKEN_PAIR, "пара")
    except KeyringLocked:
        _say("KeyringLocked", secrets.kind, await secrets.get(TOKEN_PAIR))


if __name__ == "__main__":
    asyncio.run({"keep": _keep, "both": _both, "locked": _locked}[sys.argv[1]]())
