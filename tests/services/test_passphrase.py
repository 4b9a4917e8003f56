"""A profile without a keyring under a passphrase: asked at each start, a wrong one opens nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hhdesk.config import Configuration
from hhdesk.domain.errors import PassphraseNeeded, PassphraseWrong, StoreKeyLost
from hhdesk.services import profile, recovery, stores
from hhdesk.services.services import Services
from hhdesk.services.stores import passphrase_key
from hhdesk.store.connection import PLAIN_HEADER

WORDS = "гвоздь облако вторник мотор"


@pytest.fixture
def attended(configuration: Configuration) -> Configuration:
    """A person's profile: no keys in the environment, no keyring."""
    return replace(configuration, client_id="", client_secret="")


async def _opened(configuration: Configuration, passphrase: str) -> Services:
    return await Services.open(configuration, key=await passphrase_key(configuration, passphrase))


async def test_a_passphrase_encrypts_and_is_asked_at_each_start(attended: Configuration) -> None:
    services = await _opened(attended, WORDS)
    assert services.is_encrypted
    path = services.context.store.database.path
    await services.settings.change(language="ru")
    await services.close()
    assert not path.read_bytes().startswith(PLAIN_HEADER)
    with pytest.raises(PassphraseNeeded):
        await Services.open(attended)
    again = await _opened(attended, WORDS)
    assert again.settings.get().language == "ru"
    await again.close()


async def test_a_wrong_one_opens_nothing_and_changes_nothing(attended: Configuration) -> None:
    await (await _opened(attended, WORDS)).close()
    for _ in range(2):
        with pytest.raises(PassphraseWrong):
            await _opened(attended, WORDS + " ")
    await (await _opened(attended, WORDS)).close()


async def test_the_recovery_key_opens_it_too(attended: Configuration) -> None:
    services = await _opened(attended, WORDS)
    key = await recovery.recovery_key(services.secrets)
    assert key is not None
    await services.close()
    again = await Services.open(attended, key=recovery.key_of(key))
    assert again.is_encrypted
    await again.close()


async def test_neither_passphrase_nor_key_is_in_the_notes(attended: Configuration) -> None:
    await (await _opened(attended, WORDS)).close()
    text = (attended.profile_directory / profile.FILE_NAME).read_text(encoding="utf-8")
    key = await passphrase_key(attended, WORDS)
    assert profile.read(attended.profile_directory).salt in text
    assert "гвоздь" not in text
    assert key.hex() not in text


async def test_another_computer_s_encrypted_file_asks_for_its_key_first(attended: Configuration) -> None:
    """No passphrase would open it: a new one must not be taken for it."""
    await (await _opened(attended, WORDS)).close()
    notes = profile.read(attended.profile_directory)
    profile.write(attended.profile_directory, replace_salt(notes))
    with pytest.raises(StoreKeyLost):
        await Services.open(attended)
    assert stores.last_account(notes) is None


def replace_salt(notes: profile.ProfileNotes) -> profile.ProfileNotes:
    """The notes of a profile that never had a passphrase."""
    return profile.ProfileNotes(account=notes.account, plain=notes.plain)
