"""Run under a real Secret Service: the first day and the second, in the default profile of a folder.

keyring_day.py SANDBOX FOLDER PORT prints what it found as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from hhdesk.config import Configuration
from hhdesk.domain.account import ClientKeys
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.services import Services
from tests.services.acting import first_page
from tests.services.browser import Browser

KEYS = ClientKeys(client_id="demo-client", client_secret="demo-secret", contact="tests@example.com")


def on_disk(folder: Path, *secrets: str) -> int:
    """In how many files of the folder a secret stands."""
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return sum(secret.encode() in content for secret in secrets for content in contents)


async def main(url: str, folder: Path, port: int) -> None:
    """Set up, sign in and search; start again and look."""
    configuration = Configuration(data_directory=folder, api_url=url, site_url=url, redirect_port=port)
    services = await Services.open(configuration)
    await services.connect.set_keys(KEYS)
    await services.connect.sign_in(Browser())
    await first_page(services, ResumeQuery())
    pair = services.secrets.ask("token_pair").result(10)
    await services.close()
    again = await Services.open(configuration)
    last = again.search.last_now()
    found = {
        "keyring": again.connect.connection.keyring.value,
        "state": again.connect.connection.state.value,
        "rows": len(last.rows) if last is not None else 0,
        "encrypted": again.context.store.database.encrypted,
        "keys": again.connect.keys() == KEYS,
    }
    await again.close()
    tokens = json.loads(pair or "{}")
    found["secrets_on_disk"] = on_disk(folder, "demo-secret", tokens["access"], tokens["refresh"])
    sys.stdout.write(json.dumps(found))


asyncio.run(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
