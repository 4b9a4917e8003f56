"""Another hh.ru's people, vacancies, stages and acts: unlike the sandbox's in everything but the contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

EMPLOYER: Final = "c-77"
MANAGER: Final = "m.501"
_FIRST: Final = ("Olga", "Тимур", "Anna-Maria", "Жанна", "Piotr", "Ильдар", "Sofía")
_LAST: Final = ("O'Neil", "Ёлкин", "Schröder", "Ким", "Заболоцкая-Ветрова", "Núñez")
_TITLES: Final = (
    "Accountant (IFRS)",
    "Главный бухгалтер",
    "Crane operator",
    "Машинист крана",
    None,
    "Nurse / Медсестра",
    "Бухгалтер по зарплате",
    "Accountant",
)
_COMPANIES: Final = ("Нордвинд Логистик", "Blue Quay Ltd", None, "ООО «Ромашка & Co»")


@dataclass(slots=True)
class Person:
    """An owner with one resume."""

    number: int
    bought: bool = False

    @property
    def resume(self) -> str:
        """The resume's id: not of the length of hh.ru's hashes."""
        return f"r{self.number:03d}xZ-{self.number * 7919 % 100003}"

    @property
    def owner(self) -> str:
        """The id of the person."""
        return str(9_000_000_000 + self.number)

    @property
    def title(self) -> str | None:
        """What the person wants to be."""
        return _TITLES[self.number % len(_TITLES)]

    @property
    def age(self) -> int | None:
        """Years, or hidden."""
        return None if self.number % 9 == 4 else 19 + self.number * 5 % 45

    @property
    def salary(self) -> dict[str, Any] | None:
        """The wish; sometimes without amount or currency."""
        return (
            None,
            {"amount": 90000 + self.number * 1000, "currency": "RUR"},
            {"amount": None, "currency": None},
        )[self.number % 3]

    @property
    def for_sale(self) -> bool:
        """Whether a service fits that opens the contacts."""
        return self.number % 3 == 2

    @property
    def hidden(self) -> bool:
        """Whether the owner hides the contacts: buying gives nothing."""
        return self.number % 6 == 5

    @property
    def invitable(self) -> bool:
        """Whether some vacancy may be offered."""
        return self.number % 5 == 2

    @property
    def name(self) -> tuple[str, str]:
        """First and last name, shown only to those who may see contacts."""
        return _FIRST[self.number % len(_FIRST)], _LAST[self.number % len(_LAST)]

    @property
    def experience(self) -> list[dict[str, Any]]:
        """Places of work; the newest has no end, names may be missing."""
        if self.number % 6 == 0:
            return []
        return [
            {
                "company": _COMPANIES[self.number % len(_COMPANIES)],
                "position": self.title or "Стажёр",
                "start": "2021-02-01",
                "end": None,
                "industries": [],
            },
            {"company": "Harbour 9", "position": "Trainee", "start": "2017-09-01", "end": "2021-01-01"},
        ]

    @property
    def skills(self) -> str:
        """The text about oneself, with mark-up that must not run."""
        return (
            f"Работаю внимательно. I keep books & people in order. <img src=x onerror=alert({self.number})>"
        )

    def says(self, word: str) -> bool:
        """Whether the text search finds a word."""
        text = " ".join([self.title or "", self.skills, *(place["position"] for place in self.experience)])
        return word.casefold() in text.casefold()


@dataclass(slots=True)
class Topic:
    """A response or an invitation."""

    id: str
    vacancy: str
    person: Person
    stage: str
    chat: int
    unread: bool = True
    ghost: bool = False
    substage: str | None = None
    letters: list[dict[str, Any]] = field(default_factory=list)
    told: bool = False


STAGES: Final = (
    ("in-basket", "In-basket / Новые лица", False, ()),
    (
        "talk.1",
        "Разговор по видео",
        False,
        (("talk.1-all", "Остальные", True), ("talk.1-late", "Late shift", False)),
    ),
    ("day-at-work", "День в цеху", False, ()),
    ("not-now", "Не сейчас", False, ()),
    ("shelved", "Shelved (hidden)", True, ()),
)
"""Id, name, hidden, sub-stages: no word of hh.ru's own funnel."""

VACANCIES: Final = (
    ("v100200", "Accountant / Бухгалтер"),
    ("v100201", "Crane operator, port of Ust-Luga"),
    ("v100202", "Медсестра процедурная"),
)


def people() -> list[Person]:
    """Everybody who can be found."""
    return [Person(number) for number in range(1, 58)]


def topics(everybody: list[Person]) -> Iterator[Topic]:
    """Who applied: for two vacancies, over all stages, one ghost, nobody who can be invited or bought."""
    applied = [person for person in everybody if not person.invitable and not person.for_sale][:23]
    for index, person in enumerate(applied):
        stage = "in-basket" if index < 14 else STAGES[index % len(STAGES)][0]
        topic = Topic(
            id=str(7_000_000_000 + index),
            vacancy=VACANCIES[index % 2 if index >= 14 else 0][0],
            person=person,
            stage=stage,
            chat=880_000_100 + index,
            unread=index % 3 != 0,
            ghost=index == 2,
        )
        if index % 2 == 0:
            text = "Здравствуйте! I would love to work with you. 50 % < 100 %"
            at = f"2026-11-0{1 + index % 9}T10:00:00.5+03:00"
            topic.letters.append({"id": f"l{index}", "from": "APPLICANT", "text": text, "at": at})
        yield topic


def arguments(*named: str) -> list[dict[str, Any]]:
    """Arguments of an act: `name!` is required, `name>other` asks for another one."""
    made = []
    for name in named:
        plain, _, other = name.partition(">")
        made.append(
            {
                "id": plain.rstrip("!"),
                "required": plain.endswith("!"),
                "required_arguments": [{"id": other}] if other else [],
            }
        )
    return made


@dataclass(frozen=True, slots=True)
class Act:
    """What may be done, and with which arguments and letters."""

    id: str
    method: str
    name: str
    result: str | None
    arguments: list[dict[str, Any]]
    templates: tuple[str, ...] = ()


ACTS: Final = {
    act.id: act
    for act in (
        Act(
            "sign-up",
            "PUT",
            "Sign up (needs a contract number)",
            "day-at-work",
            arguments("contract_no!", "message"),
        ),
        Act(
            "to-talk",
            "PUT",
            "Позвать на видео",
            "talk.1",
            arguments("message", "send_sms>message", "video_link", "address_id>message"),
            ("hello-ru", "hello-en"),
        ),
        Act(
            "to-yard",
            "POST",
            "Invite to the yard",
            "day-at-work",
            arguments("message!", "send_sms>message"),
            ("yard",),
        ),
        Act("later", "PUT", "Не сейчас, молча", "not-now", []),
        Act("off", "PUT", "Switched off", None, arguments("message")),
    )
}
"""Acts upon a response. The first needs what hhdesk cannot know, the last may not be done."""

INVITE: Final = Act(
    "hello-there",
    "POST",
    "Пригласить / Invite",
    None,
    arguments("resume_id!", "vacancy_id!", "message!", "send_sms>message", "best_time"),
    ("first-hello",),
)
INVITE_TO_SLOT: Final = Act(
    "by-phone",
    "POST",
    "Позвать (нужен номер слота)",
    None,
    arguments("resume_id!", "vacancy_id!", "slot_no!"),
)
"""An invitation for the site only."""
