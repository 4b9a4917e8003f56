"""A letter to many: one text with places for what differs from person to person.

hh.ru fills its templates for one person each. A text for many is made of one of them: what belongs to that
person becomes a place, `[word]`, and every other person's own goes into it. Places are known by the words
that people read for them.
"""

import re
from collections.abc import Mapping, Sequence

Values = Mapping[str, str]
"""What goes into each place for one person; empty where nothing is known."""


def of_letters(letters: Sequence[tuple[str, Values]]) -> str:
    """hh.ru's first letter with places for what belongs to its person.

    Args:
        letters: hh.ru's texts of one template, each with the values of its person. Those after the first
            prove that the places are right: filled for their people, the text has to be hh.ru's own.

    Returns:
        The text; empty where it would not be right for everybody.
    """
    if not letters:
        return ""
    text, values = letters[0]
    for word, value in sorted(values.items(), key=lambda one: -len(one[1])):
        if value:
            text = re.sub(rf"(?<![\w\[]){re.escape(value)}(?!\w)", f"[{word}]", text)
    proven = all(filled(text, others) == letter for letter, others in letters[1:])
    return text if proven else ""


def filled(text: str, values: Values) -> str:
    """The text as one person gets it."""
    for word, value in values.items():
        text = text.replace(f"[{word}]", value)
    return text


def missing(text: str, values: Values) -> tuple[str, ...]:
    """The places of `text` for which nothing is known."""
    return tuple(word for word, value in values.items() if not value and f"[{word}]" in text)
