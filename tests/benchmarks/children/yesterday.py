"""Leaves a profile behind as a day of work does: signed in, a search with its first pages, the section shown.

python -m tests.benchmarks.children.yesterday DIRECTORY PROFILE ADDRESS PAGES
"""

import asyncio
import sys
from pathlib import Path

from hhdesk import config
from hhdesk.domain.account import ClientKeys
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.services import Services
from tests.services.browser import Browser
from tests.workers import free_port


async def work(directory: Path, profile: str, address: str, pages: int) -> None:
    """The demo's profile is plain; every other is encrypted under a key in the keyring."""
    configuration = config.Configuration(
        profile=profile,
        data_directory=directory,
        api_url=address,
        site_url=address,
        redirect_port=free_port(),
        demo=profile == config.DEMO_PROFILE,
    )
    services = await Services.open(configuration)
    keys = ClientKeys(
        client_id=config.DEMO_CLIENT_ID, client_secret=config.DEMO_CLIENT_SECRET, contact=config.DEMO_CONTACT
    )
    await services.connect.set_keys(keys)
    await services.connect.sign_in(Browser())
    last = None
    async for result in services.search.run(ResumeQuery()):
        last = result
    assert last is not None
    while last.pages_loaded < pages and last.has_more:
        last = await services.search.more(last)
    await services.close()
    configuration.layout_file.write_text("[window]\nsection=search\n", "utf-8")


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])))
