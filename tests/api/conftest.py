"""A client on the sandbox, and small servers that answer as no decent server does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from hhdesk.api.client import HhApi
from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.http import Http
from hhdesk.domain.account import ClientKeys, TokenPair
from hhdesk.domain.acts import Act, Consent
from hhdesk.domain.costs import Cost, CostKind
from tests.api.memory_tokens import MemoryTokens
from tests.sandbox_process import Sandbox, Tokens

ACT = Act(name="test", at=datetime(2026, 1, 1, tzinfo=UTC))
CONSENT = Consent(name="test", at=ACT.at, cost=Cost(kind=CostKind.CONTACT, amount=1))
KEYS = ClientKeys(client_id="demo-client", client_secret="demo-secret", contact="tests@example.com")


@pytest.fixture
def configuration(sandbox: Sandbox) -> ApiConfiguration:
    """The sandbox as hh.ru, with short pauses."""
    return ApiConfiguration(
        api_url=sandbox.url,
        site_url=sandbox.url,
        contact=KEYS.contact,
        version="0",
        first_pause=0.01,
    )


@pytest.fixture
async def api(configuration: ApiConfiguration, tokens: Tokens) -> AsyncIterator[HhApi]:
    """The client, signed in."""
    source = MemoryTokens(TokenPair(access=tokens.access, refresh=tokens.refresh), KEYS)
    client = HhApi(Http(configuration, source))
    source.oauth = client.oauth
    yield client
    await client.close()
