"""How text is made comparable for the search index: case, ё and й are folded."""

import unicodedata

_LETTERS = str.maketrans({"ё": "е", "й": "и"})


def fold(text: str) -> str:
    """`text` as the index holds it: composed, casefolded, ё as е, й as и."""
    return unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of `text`, parted where the index's tokenizer parts them: at all but letters and
    digits.
    """
    return "".join(_word_letter(letter) for letter in fold(text)).split()


def _word_letter(letter: str) -> str:
    # unicode61 takes letters (L*), numbers (N*), private use (Co) and, within words, marks (Mn) for parts of
    # words.
    category = unicodedata.category(letter)
    return letter if category[0] in "LN" or category in {"Co", "Mn"} else " "
