"""Values for the store's tests. All people are made up."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hhdesk.domain.acts import Act
from hhdesk.domain.identity import ChatId, NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.negotiations import Response
from hhdesk.domain.outbox import Intent, WriteKind
from hhdesk.domain.resumes import Contact, ContactKind, Experience, Resume, ResumeShort
from hhdesk.domain.values import Page, Row, Unreadable

KEY = bytes(range(32))
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def later(**parts: float) -> datetime:
    """NOW and so much more."""
    return NOW + timedelta(**parts)


def resume_id(number: int) -> ResumeId:
    return ResumeId(f"{number:038x}")


def short(number: int = 1, **fields: Any) -> ResumeShort:
    """A short resume; person and resume have the same number."""
    values: dict[str, Any] = {
        "id": resume_id(number),
        "person_id": PersonId(str(900_000_000 + number)),
        "title": "Электросварщик",
        "last_name": "Королёва",
        "first_name": "Майя",
        "updated_at": NOW - timedelta(days=3),
    }
    return ResumeShort(**(values | fields))


def full(number: int = 1, **fields: Any) -> Resume:
    """A full resume."""
    values: dict[str, Any] = {
        "id": resume_id(number),
        "person_id": PersonId(str(900_000_000 + number)),
        "title": "Электросварщик",
        "last_name": "Королёва",
        "first_name": "Майя",
        "updated_at": NOW - timedelta(days=3),
        "experience": (
            Experience(
                position="Сварщик НАКС", company="Мостотрест", description="Варила трубы большого диаметра"
            ),
        ),
        "skills": ("аргонодуговая сварка",),
    }
    return Resume(**(values | fields))


PHONE = Contact(kind=ContactKind.PHONE, value="+7 (999) 123-45-67")


def body(resume: ResumeShort, **more: Any) -> bytes:
    """JSON in hh.ru's shape, of what the store looks at."""
    answer: dict[str, Any] = {
        "id": resume.id,
        "title": resume.title,
        "last_name": resume.last_name,
        "first_name": resume.first_name,
        "owner": {"id": resume.person_id},
        "photo": {"small": resume.photo_small_url} if resume.photo_small_url else None,
    }
    if isinstance(resume, Resume):
        answer["skill_set"] = list(resume.skills)
        answer["skills"] = resume.about
        answer["experience"] = [
            {"position": job.position, "company": job.company, "description": job.description}
            for job in resume.experience
        ]
        answer["contact"] = [{"value": contact.value} for contact in resume.contacts]
    return json.dumps(answer | more, ensure_ascii=False).encode()


def row(resume: ResumeShort) -> Row[ResumeShort]:
    return Row(value=resume, body=body(resume))


def odd_row(content: bytes = b'{"id": 7}') -> Row[Any]:
    """An item that could not be read."""
    return Row(value=Unreadable(path="$.id", expected="str"), body=content)


def page(*rows: Row[ResumeShort], number: int = 0, found: int = 120, pages: int = 3) -> Page[ResumeShort]:
    return Page(rows=rows, found=found, page=number, pages=pages, per_page=50)


def response(number: int = 1, **fields: Any) -> Response:
    values: dict[str, Any] = {
        "id": NegotiationId(str(5000 + number)),
        "vacancy_id": VacancyId("77"),
        "chat_id": ChatId(str(8000 + number)),
        "resume": short(number),
    }
    return Response(**(values | fields))


def response_body(made: Response) -> bytes:
    resume = None if made.resume is None else json.loads(body(made.resume))
    return json.dumps({"id": made.id, "resume": resume}, ensure_ascii=False).encode()


def response_row(made: Response) -> Row[Response]:
    return Row(value=made, body=response_body(made))


def intent(number: int = 1, **fields: Any) -> Intent:
    values: dict[str, Any] = {
        "kind": WriteKind.ACTION,
        "act": Act(name="move", at=NOW),
        "method": "PUT",
        "url": f"https://api.hh.ru/negotiations/interview/{5000 + number}",
        "form": (("message", "Здравствуйте, Майя!"),),
        "negotiation_id": NegotiationId(str(5000 + number)),
    }
    return Intent(**(values | fields))


def child(module: str, *arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
    """Start `tests.store.children.MODULE` as a process of its own; its acknowledgements come on stdout."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.store.children.{module}", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        # Its own: a test's may be at its end already, and some work until theirs is.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
