"""The database key as a person can keep it: on paper, in groups, with a checksum; and from a passphrase."""

import hashlib

from hhdesk.domain.errors import StoreKeyLost

KEY_BYTES = 32
GROUP = 4
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without letters that look like others."""

_KEY_LETTERS = 52
_CHECK_LETTERS = 4
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def export_recovery_key(key: bytes) -> str:
    """`key` as 14 groups of 4 letters and digits."""
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    text = _encode(int.from_bytes(key), _KEY_LETTERS) + _checksum(key)
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def import_recovery_key(text: str) -> bytes:
    """The key from what a person typed: case, spaces, hyphens and look-alike letters do not matter.

    Raises:
        StoreKeyLost: it is no recovery key; detail is `length`, `letters` or `checksum`.
    """
    typed = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_LOOKALIKES)
    if len(typed) != _KEY_LETTERS + _CHECK_LETTERS:
        raise StoreKeyLost(detail="length")
    if any(letter not in ALPHABET for letter in typed):
        raise StoreKeyLost(detail="letters")
    number = 0
    for letter in typed[:_KEY_LETTERS]:
        number = number << 5 | ALPHABET.index(letter)
    if number >> (8 * KEY_BYTES):
        raise StoreKeyLost(detail="checksum")
    key = number.to_bytes(KEY_BYTES)
    if _checksum(key) != typed[_KEY_LETTERS:]:
        raise StoreKeyLost(detail="checksum")
    return key


def key_from_passphrase(passphrase: str, salt: bytes) -> bytes:
    """A database key for systems without a keyring. `salt` is kept beside it; 32 MiB and about 0.1 s."""
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=1 << 15, r=8, p=1, maxmem=1 << 26, dklen=KEY_BYTES
    )


def _encode(number: int, letters: int) -> str:
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(letters)))


def _checksum(key: bytes) -> str:
    digest = hashlib.sha256(b"hhdesk recovery key" + key).digest()
    return _encode(int.from_bytes(digest[:4]) >> 12, _CHECK_LETTERS)
