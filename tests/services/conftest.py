"""Real services on a real store file, talking to the real sandbox over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from hhdesk.config import Configuration
from hhdesk.services.services import Services
from hhdesk.store.secrets import Secrets
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices
from tests.services.browser import Browser
from tests.workers import PROFILE, free_port


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """A system without a keyring, whatever the computer has: secrets live in memory."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # keyring leaves it untyped
    yield
    keyring.set_keyring(before)


@pytest.fixture
def configuration(sandbox: Sandbox, tmp_path: Path) -> Configuration:
    """A profile of its own that works on the sandbox."""
    return Configuration(
        data_directory=tmp_path / "data",
        api_url=sandbox.url,
        site_url=sandbox.url,
        client_id=sandbox.client_id,
        client_secret=sandbox.client_secret,
        contact="tests@example.com",
        redirect_port=free_port(),
    )


@pytest.fixture
def secrets() -> Secrets:
    """A keyring that outlives the program: the services are closed and opened on it."""
    return Secrets(profile=PROFILE)


@pytest.fixture
async def open_services(configuration: Configuration, secrets: Secrets) -> AsyncIterator[OpenServices]:
    """Starts the services as the program does at its start; what was opened is closed at the end."""
    opened: list[Services] = []

    async def start() -> Services:
        services = await Services.open(configuration, secrets=secrets)
        opened.append(services)
        return services

    yield start
    for services in opened:
        await services.close()


@pytest.fixture
async def signed_out(open_services: OpenServices) -> Services:
    """Services of somebody who never signed in."""
    return await open_services()


@pytest.fixture
async def services(signed_out: Services) -> Services:
    """Services of the demo manager, signed in through the real consent form."""
    await signed_out.connect.sign_in(Browser())
    return signed_out


@pytest.fixture(scope="session")
def large_sandbox() -> Iterator[Sandbox]:
    """A sandbox with more resumes than hh.ru gives of one search."""
    with Sandbox.start(resumes=2600, vacancies=3) as sandbox:
        yield sandbox


@pytest.fixture
async def large(large_sandbox: Sandbox, configuration: Configuration) -> AsyncIterator[Services]:
    """Services signed in at the large sandbox."""
    url = large_sandbox.url
    services = await Services.open(replace(configuration, api_url=url, site_url=url))
    await services.connect.sign_in(Browser())
    yield services
    await services.close()
