"""The recovery key: readable, forgiving, and never mistaken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.domain.errors import StoreKeyLost
from hhdesk.store.recovery import ALPHABET, export_recovery_key, import_recovery_key, key_from_passphrase

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_a_key_comes_back(key: bytes) -> None:
    text = export_recovery_key(key)
    assert [len(group) for group in text.split("-")] == [4] * 14
    assert import_recovery_key(text) == key
    assert (
        import_recovery_key(f"  {text.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}\n")
        == key
    )


@given(KEYS, st.integers(0, 55), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_noticed(key: bytes, place: int, letter: str) -> None:
    letters = list(export_recovery_key(key).replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(StoreKeyLost, match="checksum"):
        import_recovery_key("".join(letters))


@given(KEYS, st.integers(0, 54))
def test_two_exchanged_letters_are_noticed(key: bytes, place: int) -> None:
    letters = list(export_recovery_key(key).replace("-", ""))
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    with pytest.raises(StoreKeyLost, match="checksum"):
        import_recovery_key("".join(letters))


@given(st.text())
def test_other_texts_are_no_keys(text: str) -> None:
    with pytest.raises(StoreKeyLost):
        import_recovery_key(text)


@pytest.mark.parametrize(("text", "reason"), [("", "length"), ("A" * 55, "length"), ("U" * 56, "letters")])
def test_the_reason_is_told(text: str, reason: str) -> None:
    with pytest.raises(StoreKeyLost, match=reason):
        import_recovery_key(text)


def test_only_whole_keys_are_exported() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        export_recovery_key(b"short")


def test_a_passphrase_makes_the_same_key_with_the_same_salt_only() -> None:
    key = key_from_passphrase("лошадь скрепка", b"salt")
    assert len(key) == 32
    assert key == key_from_passphrase("лошадь скрепка", b"salt")
    assert key != key_from_passphrase("лошадь скрепка", b"other")
    assert key != key_from_passphrase("лошадь", b"salt")
