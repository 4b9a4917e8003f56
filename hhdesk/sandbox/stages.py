"""The funnel of the sandbox: hh.ru's collections, what may be done in them and with which letters."""

from __future__ import annotations

import json
from typing import NamedTuple

from hhdesk.sandbox.fields import DATA


class Stage(NamedTuple):
    """A collection that topics lie in; ``action`` is None where nobody can move a topic by hand."""

    id: str
    name: str
    state_name: str
    action: str | None
    templates: tuple[tuple[str, str, bool], ...] = ()
    address: bool = False
    sms: bool = True
    substages: tuple[tuple[str, str], ...] = ()
    description: str = ""
    final: bool = False
    applicant_state: str = "invitation"


STAGES = (
    Stage("response", "Все неразобранные", "Отклик", None, description="Новые отклики",
    applicant_state="response"),
    Stage("consider", "Подумать", "Подумать", "Подумать",
          (("consider", "Приглашение на этап Подумать", False),), description="Отложенные отклики",
          applicant_state="response"),
    Stage("phone_interview", "Телефонное интервью", "Тел. интервью", "Телефонное интервью",
          (("invite", "Приглашение на Телефонное интервью", False),
           ("invite_after_response", "Приглашение откликнувшегося соискателя на Телефонное интервью", False)),
          address=True, description="Приглашённые к разговору"),
    Stage("assessment", "Оценка", "Оценка", "Оценка",
          (("assessment_owner_tool", "Приглашение на Оценку (свой инструмент оценки)", False),),
          description="Выполняют тест"),
    Stage("interview", "Интервью", "Интервью", "Интервью", (("interview", "Приглашение на Интервью", False),),
          address=True, substages=(("interview_101", "С рекрутером"), ("interview_102", "С руководителем")),
          description="Приглашены на встречу"),
    Stage("offer", "Предложение о работе", "Предложение о работе", "Предложение о работе",
          (("offer", "Приглашение на Предложение о работе", False),), description="Получили предложение"),
    Stage("hired", "Выход на работу", "Выход на работу", "Выход на работу",
          (("hired", "Приглашение на Выход на работу", False),), address=True, description="Вышли на работу"),
    Stage("discard_by_employer", "Отказ", "Отказано", "Отказ",
          (("discard_after_interview", "Отказ", False),
           ("discard_after_response", "Отказ откликнувшемуся на вакансию соискателю", False),
           ("quick_discard_after_response", "Шаблон быстрого отказа на отклик", True)),
          sms=False, description="Отказы", applicant_state="discard"),
    Stage("discard_by_applicant", "Отказ соискателя", "Отказался сам", None, description="Отказались сами",
          final=True, applicant_state="discard"),
)  # fmt: skip
BY_ID = {stage.id: stage for stage in STAGES}
SUBSTAGES = {sub: stage.id for stage in STAGES for sub, _ in stage.substages}
MOVES = tuple(stage for stage in STAGES if stage.action)
LEGEND = (*((stage.id, stage.state_name) for stage in STAGES), ("invitation", "Приглашение"))
APPLICANT_STATES = {
    "response": "Отклик",
    "invitation": "Приглашение",
    "discard": "Отказ",
    "hidden": "Скрытый",
}
INVITATIONS = ("phone_interview", "interview")
"""Stages into which somebody who has not applied can be invited."""

ORDERS = (
    ("last_change_time_except_employer_inbox", "По дате создания и активности соискателя"),
    ("created_at", "По дате отклика"),
    ("relevance", "Лучшие"),
    ("salary_asc", "По возрастанию зарплаты"),
    ("salary_desc", "По убыванию зарплаты"),
)
ORDER_NAMES = dict(ORDERS)


def orders_of(collection: str) -> tuple[tuple[str, str], ...]:
    """The orders that a collection offers; they differ, as on hh.ru."""
    if collection == "response":
        return ORDERS
    if collection == "phone_calls":
        return ORDERS[1:2]
    return ORDERS[:2] + ORDERS[3:]


LETTERS: dict[str, str] = json.loads((DATA / "letters.json").read_text(encoding="utf-8"))
"""The texts of the letters by template, with places for name, company, vacancy and the recruiter."""
