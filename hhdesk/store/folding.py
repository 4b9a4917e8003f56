"""How text is made comparable for the search index: case, ё and й are folded."""

import re
import unicodedata

START, END = "\x02", "\x03"
"""Around found words in snippets; no text of ours contains them."""

_TAG = re.compile(r"<[^<>]*>")
_NEW_MONEY = re.compile("[\u20ba-\u20cf]")
"""₽ and others that are younger than the index's tables, which would take them for letters."""
_SPACE = re.compile(r"[ \t\r\f\v\xa0\x00-\x08]+")


def clean(text: str) -> str:
    """`text` as it is kept for snippets: composed, without HTML tags, control characters and spare spaces."""
    text = unicodedata.normalize("NFC", _NEW_MONEY.sub(r" \g<0> ", text))
    # Left over alone, this accent folds to a letter of its own, which no snippet would find again.
    return _SPACE.sub(" ", _TAG.sub(" ", text.replace("\u0345", "")))


def fold(text: str) -> str:
    """`text` as the index holds it: composed, casefolded, ё as е, й as и. The number of words stays."""
    # Two calls of replace are ten times faster than translate.
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е").replace("й", "и")


def words(text: str) -> list[str]:
    """The folded words of `text`, parted at spaces, punctuation, symbols and control characters."""
    parts = "".join(letter if _is_of_word(letter) else " " for letter in fold(text)).split()
    # An accent that stands alone is no word to the index, and no condition either.
    return [part for part in parts if any(letter.isalnum() for letter in part)]


def _is_of_word(letter: str) -> bool:
    # Generous: the index's tokenizer parts a quoted word further where it has to, but never joins two.
    category = unicodedata.category(letter)
    return category[0] in "LNM" or category in {"Co", "Cn"}
