"""Sign-in from the consent form to the pair, against the sandbox."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from urllib.parse import urlsplit

import httpx
import pytest

from hhdesk.api.client import HhApi
from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.http import Http
from hhdesk.api.loopback import LoopbackListener
from hhdesk.api.oauth import Pkce, authorize_url, new_state
from hhdesk.api.urls import pairs_of
from hhdesk.domain.account import ClientKeys
from hhdesk.domain.errors import (
    CodeExpired,
    ConsentRefused,
    RefreshRefused,
    RegistrationWrong,
    TokenRevoked,
)
from tests.api.conftest import KEYS
from tests.api.memory_tokens import MemoryTokens
from tests.sandbox_process import Sandbox


def test_pkce_is_s256() -> None:
    pkce = Pkce.create()
    digest = base64.urlsafe_b64encode(hashlib.sha256(pkce.verifier.encode()).digest()).decode().rstrip("=")
    assert pkce.challenge == digest
    assert 43 <= len(pkce.verifier) <= 128
    assert pkce.verifier != Pkce.create().verifier
    assert pkce.verifier not in repr(pkce)
    assert new_state() != new_state()


def test_authorize_url_names_everything_hh_wants() -> None:
    configuration = ApiConfiguration(contact="a@example.com", version="1")
    url = authorize_url(
        configuration, KEYS, "http://127.0.0.1:47823/x", "S", Pkce("v", "c"), force_login=True
    )
    assert url.startswith("https://hh.ru/oauth/authorize?")
    assert dict(pairs_of(url)) == {
        "response_type": "code",
        "client_id": "demo-client",
        "redirect_uri": "http://127.0.0.1:47823/x",
        "state": "S",
        "role": "employer",
        "force_role": "true",
        "code_challenge": "c",
        "code_challenge_method": "S256",
        "force_login": "true",
    }
    assert "demo-secret" not in url


async def _person(page_url: str, decision: str) -> None:
    """Press a button on the consent page and follow where it leads, as a browser does."""
    async with httpx.AsyncClient(follow_redirects=True) as browser:
        page = await browser.get(page_url)
        page.raise_for_status()
        (await browser.post(str(page.url), data={"decision": decision})).raise_for_status()


async def test_the_whole_way_in_and_out(configuration: ApiConfiguration, sandbox: Sandbox) -> None:
    tokens = MemoryTokens(None, KEYS)
    api = HhApi(Http(configuration, tokens))
    tokens.oauth = api.oauth
    pkce, state = Pkce.create(), new_state()
    async with LoopbackListener(0) as listener:
        url = authorize_url(configuration, KEYS, listener.redirect_uri, state, pkce)
        browsing = asyncio.ensure_future(_person(url, "allow"))
        code = await listener.wait(state, 20)
    await browsing
    tokens.pair = await api.oauth.exchange(KEYS, code, listener.redirect_uri, pkce.verifier)
    assert (await api.account.me()).value.is_employer
    with pytest.raises(CodeExpired):
        await api.oauth.exchange(KEYS, code, listener.redirect_uri, pkce.verifier)
    sandbox.set(expire_tokens=True)
    old = tokens.pair
    assert (await api.account.me()).value.is_employer
    assert tokens.pair != old
    with pytest.raises(RefreshRefused):
        await api.oauth.refresh(KEYS, old)
    await api.oauth.revoke(tokens.pair)
    with pytest.raises(TokenRevoked):
        await api.account.me()
    assert not sandbox.state()["violations"]
    await api.close()


async def test_consent_refused(configuration: ApiConfiguration) -> None:
    pkce, state = Pkce.create(), new_state()
    async with LoopbackListener(0) as listener:
        url = authorize_url(configuration, KEYS, listener.redirect_uri, state, pkce)
        browsing = asyncio.ensure_future(_person(url, "deny"))
        with pytest.raises(ConsentRefused):
            await listener.wait(state, 20)
    await browsing


async def test_wrong_keys_and_a_wrong_verifier(
    api: HhApi, sandbox: Sandbox, configuration: ApiConfiguration
) -> None:
    wrong = ClientKeys(client_id="demo-client", client_secret="wrong", contact="a@example.com")
    for keys, verifier, expected in ((wrong, None, RegistrationWrong), (KEYS, "x" * 43, CodeExpired)):
        pkce, state = Pkce.create(), new_state()
        async with LoopbackListener(0) as listener:
            url = authorize_url(configuration, KEYS, listener.redirect_uri, state, pkce)
            browsing = asyncio.ensure_future(_person(url, "allow"))
            code = await listener.wait(state, 20)
        await browsing
        with pytest.raises(expected):
            await api.oauth.exchange(keys, code, listener.redirect_uri, verifier or pkce.verifier)


def test_redirect_uri_is_on_the_loopback_address() -> None:
    assert urlsplit(LoopbackListener(47823).redirect_uri).netloc == "127.0.0.1:47823"
