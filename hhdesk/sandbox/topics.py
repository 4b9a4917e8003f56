"""Responses and invitations of every vacancy, drawn at the first need and changed by requests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.professions import CYCLE
from hhdesk.sandbox.records import Change, Message, Topic, Vacancy
from hhdesk.sandbox.stages import BY_ID

if TYPE_CHECKING:
    from hhdesk.sandbox.world import World

_FRESH = (
    *("response",) * 52, *("consider",) * 11, *("phone_interview",) * 10, *("assessment",) * 4,
    *("interview",) * 8,
    *("offer",) * 2, "hired", *("discard_by_employer",) * 10, *("discard_by_applicant",) * 2,
)  # fmt: skip
_OVER = (*("discard_by_employer",) * 80, *("hired",) * 4, *("response",) * 10, *("discard_by_applicant",) * 6)
_SOURCES = ("NEGOTIATION",) * 16 + ("AUTO_RESPONSE", "AUTO_RESPONSE", "PHONE_CALL", "CHAT")
_LETTERS = (
    "Здравствуйте! Меня заинтересовала вакансия «{title}». Опыт есть. Когда можно поговорить?",
    "Добрый день! Живу недалеко от вас, к работе могу приступить через две недели.",
    "Здравствуйте. Внимательно прочитал{a} описание, задачи знакомы. Буду рад{a} встрече.",
    "Добрый день, уважаемые коллеги! Прошу рассмотреть моё резюме на вакансию «{title}».",
    "Здравствуйте! Сейчас работаю, но ищу место ближе к дому. Ваши условия подходят, готов{fin} к разговору.",
    "Добрый день! Увидел{a} вакансию «{title}» и откликаюсь: именно этим занимаюсь последние годы.",
    "Здравствуйте! Резюме приложено. Ответьте, пожалуйста, даже если решение отрицательное.",
    "Здравствуйте! Подскажите, возможен ли удалённый формат? Всё остальное подходит.",
)
_INVITATION = "Здравствуйте! Спасибо за отклик. Приглашаем вас на разговор, когда вам удобно?"
_REFUSAL = "Здравствуйте! Спасибо за интерес к нашей компании. К сожалению, мы выбрали другого кандидата."
_REPLIES = (
    "Спасибо! Удобно завтра после 15:00.", "Добрый день! В четверг до обеда подойдёт.",
    "Спасибо, буду на связи.",
    "Здравствуйте! Можно в выходные?",
    "Спасибо за приглашение! Подскажите адрес и что взять с собой.",
    "Благодарю, но мне нужно два дня, чтобы подумать.",
    "Здравствуйте! Перезвоните, пожалуйста, после шести вечера.",
    "Да, конечно. А какая зарплата на испытательном сроке?",
)  # fmt: skip
MOST_TOPICS = 15_000


class Topics:
    """All topics of the company."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_vacancy: dict[str, list[Topic]] = {}
        self._by_id: dict[str, Topic] = {}
        self._by_chat: dict[str, Topic] = {}
        self._by_resume: dict[int, list[Topic]] = {}
        self._applied: set[int] = set()
        self._drawn = False
        self._message = 0

    def of(self, vacancy_id: str) -> list[Topic]:
        """The topics of a vacancy, in the order in which they came."""
        self._draw_all()
        return self._by_vacancy.get(vacancy_id, [])

    def all(self) -> list[Topic]:
        """Every topic."""
        self._draw_all()
        return list(self._by_id.values())

    def get(self, id_: str) -> Topic | None:
        """A topic by its id."""
        self._draw_all()
        return self._by_id.get(id_)

    def of_resume(self, resume: int) -> list[Topic]:
        """Every topic of a resume."""
        self._draw_all()
        return self._by_resume.get(resume, [])

    def by_chat(self, chat_id: str) -> Topic | None:
        """The topic of a chat."""
        self._draw_all()
        return self._by_chat.get(chat_id)

    def pair(self, vacancy_id: str, resume: int) -> Topic | None:
        """The only topic of a vacancy and a resume."""
        return next((topic for topic in self.of_resume(resume) if topic.vacancy_id == vacancy_id), None)

    def applied(self, resume: int) -> bool:
        """Whether the owner of the resume applied to one of the company's vacancies."""
        self._draw_all()
        return resume in self._applied

    def add(self, vacancy: Vacancy, resume: int, stage: str, applied: bool) -> Topic:
        """A new topic now."""
        self._draw_all()
        number = len(self._by_vacancy.setdefault(vacancy.id, []))
        at = self._world.tick()
        topic = Topic(
            id=str(4_000_000_000 + vacancy.index * 100_000 + number),
            chat_id=170_000_000 + vacancy.index * 100_000 + number,
            vacancy_id=vacancy.id,
            resume=resume,
            stage=stage,
            substage=None,
            state="response" if applied else BY_ID[stage].applicant_state,
            source="NEGOTIATION",
            created=at,
            updated=at,
            unread=applied,
            applied=applied,
            has_test=False,
            number=number,
        )
        topic.history.append(Change(stage, at, False))
        self._keep(topic)
        return topic

    def say(self, topic: Topic, author: str, text: str, key: str | None = None) -> Message:
        """A message in the chat of a topic, now."""
        self._message += 1
        message = Message(self._message, author, text, self._world.tick(), key)
        topic.messages.append(message)
        topic.updated = message.at
        if author == "applicant":
            topic.unread = True
        return message

    def _keep(self, topic: Topic) -> None:
        self._by_vacancy.setdefault(topic.vacancy_id, []).append(topic)
        self._by_id[topic.id] = topic
        self._by_chat[str(topic.chat_id)] = topic
        self._by_resume.setdefault(topic.resume, []).append(topic)
        if topic.applied:
            self._applied.add(topic.resume)

    def _draw_all(self) -> None:
        if self._drawn:
            return
        self._drawn = True
        world = self._world
        weights = [100 / (vacancy.index + 1) ** 0.75 for vacancy in world.vacancies.values()]
        most = min(world.resume_count // 3, MOST_TOPICS)
        for vacancy, weight in zip(world.vacancies.values(), weights, strict=True):
            share = max(3, int(most * weight / sum(weights)))
            self._draw(vacancy, min(share, 1000, world.resume_count // 2))

    def _draw(self, vacancy: Vacancy, count: int) -> None:
        dice = Dice(self._world.seed, vacancy.index, 31)
        taken: set[int] = set()
        slots = [slot for slot, trade in enumerate(CYCLE) if trade == vacancy.trade]
        rounds = max(1, self._world.resume_count // len(CYCLE))
        tries = 0
        while len(taken) < count and tries < count * 4:
            tries += 1
            fits = slots and dice.chance(82)
            resume = (
                dice.pick(slots) + len(CYCLE) * dice.below(rounds)
                if fits
                else dice.below(self._world.resume_count)
            )
            if resume < self._world.resume_count and resume not in taken:
                self._draw_topic(dice, vacancy, resume, len(taken))
                taken.add(resume)

    def _draw_topic(self, dice: Dice, vacancy: Vacancy, resume: int, number: int) -> None:
        world = self._world
        stage = dice.pick(_FRESH if vacancy.shelf == "active" else _OVER)
        until = vacancy.archived or world.now
        span = max(60, int((until - vacancy.published).total_seconds()) // 60 - 5)
        created = until - timedelta(minutes=dice.below(span) * dice.below(span) // span + 3)
        source = dice.pick(_SOURCES)
        invited = stage not in ("response", "discard_by_applicant") and dice.chance(10)
        topic = Topic(
            id=str(4_000_000_000 + vacancy.index * 100_000 + number),
            chat_id=170_000_000 + vacancy.index * 100_000 + number,
            vacancy_id=vacancy.id,
            resume=resume,
            stage=stage,
            substage=dice.pick((None, *(sub for sub, _ in BY_ID[stage].substages)))
            if BY_ID[stage].substages
            else None,
            state=BY_ID[stage].applicant_state,
            source=source,
            created=created,
            updated=created,
            unread=stage == "response" and dice.chance(70),
            applied=not invited,
            has_test=vacancy.has_test and dice.chance(60),
            writing="ARCHIVED_BY_EMPLOYER" if stage.startswith("discard") and dice.chance(20) else None,
            number=number,
        )
        self._keep(topic)
        self._draw_messages(dice, vacancy, topic)
        if number % 47 == 46:
            world.withdrawn.add(resume)

    def _draw_messages(self, dice: Dice, vacancy: Vacancy, topic: Topic) -> None:
        at = topic.created
        woman = self._world.card(topic.resume).woman
        topic.history.append(Change("response" if topic.applied else topic.stage, at, False))
        if topic.applied and dice.chance(75):
            letter = dice.pick(_LETTERS).format(
                title=vacancy.title, a="а" if woman else "", fin="а" if woman else ""
            )
            self._draw_message(topic, "applicant", letter, at)
        if topic.stage not in ("response", "consider", "discard_by_applicant"):
            at = min(at + timedelta(minutes=dice.between(20, 900)), self._world.now - timedelta(minutes=2))
            self._draw_message(
                topic, "employer", _REFUSAL if topic.stage.startswith("discard") else _INVITATION, at
            )
            topic.last_read = self._message
        if topic.stage != "response" and topic.applied:
            topic.history.append(Change(topic.stage, at, len(topic.messages) > 1))
        if topic.stage in ("phone_interview", "interview", "assessment") and dice.chance(70):
            at = min(at + timedelta(minutes=dice.between(5, 600)), self._world.now - timedelta(minutes=1))
            self._draw_message(topic, "applicant", dice.pick(_REPLIES), at)
            if dice.chance(65):
                topic.last_read = self._message
            else:
                topic.unread = True
        topic.updated = max(topic.created, at)
        if not topic.unread:
            topic.last_read = self._message

    def _draw_message(self, topic: Topic, author: str, text: str, at: datetime) -> None:
        self._message += 1
        topic.messages.append(Message(self._message, author, text, at, None, True))
