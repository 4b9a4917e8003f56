"""Many made-up resumes, the same for the same seed."""

import random
from collections.abc import Iterator
from itertools import accumulate

from hhdesk.domain.resumes import Experience, Resume
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.resumes import keep_full
from tests.store import making

_SYLLABLES = (
    *(
        "ва",
        "ри",
        "на",
        "тё",
        "ко",
        "лё",
        "мо",
        "сти",
        "йо",
        "ра",
        "бы",
        "стро",
        "нё",
        "ка",
        "ли",
        "до",
        "мен",
    ),
    *("щи", "ца", "шу", "ро", "по", "вё", "зи", "жу", "цел", "фа", "хо", "эк", "юр", "яс", "тай", "рий"),
)
_TITLES = (
    "Сварщик",
    "Бухгалтер",
    "Водитель",
    "Инженёр ПТО",
    "Медсестра",
    "Старший продавец",
    "Швея",
    "Юрист",
)
_FAMILY = ("Королёв", "Воробьёв", "Иванов", "Чайкин", "Зайцев", "Толстой", "Щукин", "Ёлкин", "Юдин", "Яшин")
_FIRST = ("Пётр", "Семён", "Алексей", "Майя", "Зоя", "Андрей", "Фёдор", "Ольга")


def vocabulary(dice: random.Random, size: int = 4000) -> list[str]:
    """Words in the order of how often they are used."""
    return ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 5))) for _ in range(size)]


def resumes(count: int, seed: int = 1, words_each: int = 120) -> Iterator[Resume]:
    """`count` full resumes whose words are as unevenly frequent as in a language."""
    dice = random.Random(seed)
    words = vocabulary(dice)
    cumulated = list(accumulate(1 / (place + 1) for place in range(len(words))))
    for number in range(count):
        text = dice.choices(words, cum_weights=cumulated, k=words_each)
        yield making.full(
            number,
            title=dice.choice(_TITLES),
            last_name=dice.choice(_FAMILY),
            first_name=dice.choice(_FIRST),
            skills=tuple(text[:6]),
            about=" ".join(text[6:20]),
            experience=(
                Experience(position=text[20], company=text[21].title(), description=" ".join(text[22:70])),
                Experience(position=text[70], company=text[71].title(), description=" ".join(text[72:])),
            ),
        )


def fill(database: Database, made: list[Resume]) -> None:
    """Keep all of them in one transaction, through the store's own way in."""

    def work(connection: Connection) -> None:
        for resume in made:
            keep_full(connection, resume, making.body(resume), making.NOW, with_contacts=False)

    database.write_now(work)
