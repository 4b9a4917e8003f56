"""How a vacancy looks in lists and in full."""

from __future__ import annotations

from datetime import timedelta

from hhdesk.sandbox.accounts import EMPLOYER_ID
from hhdesk.sandbox.call import Call, Json
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.fields import entry
from hhdesk.sandbox.operations.account import address, logos
from hhdesk.sandbox.professions import PROFESSIONS
from hhdesk.sandbox.records import Vacancy
from hhdesk.sandbox.resume_view import area
from hhdesk.sandbox.vacancy_book import ADDRESSES, COMPANY, DEPARTMENTS, MANAGERS


def salary(vacancy: Vacancy) -> Json:
    """The old salary field."""
    if vacancy.salary_from is None and vacancy.salary_to is None:
        return None
    return {
        "from": vacancy.salary_from,
        "to": vacancy.salary_to,
        "currency": "RUR",
        "gross": vacancy.index % 2 == 0,
    }


def salary_range(vacancy: Vacancy) -> Json:
    """The salary with mode and frequency."""
    old = salary(vacancy)
    if old is None:
        return None
    frequency = entry("salary_range_frequency", "TWICE_PER_MONTH")
    return {**old, "mode": entry("salary_range_mode", "MONTH"), "frequency": frequency}


def employer(call: Call) -> Json:
    """The company as vacancies carry it."""
    return {
        "id": EMPLOYER_ID,
        "name": COMPANY,
        "url": call.url(f"/employers/{EMPLOYER_ID}"),
        "alternate_url": call.url(f"/employer/{EMPLOYER_ID}"),
        "logo_urls": logos(call),
        "trusted": True,
        "accredited_it_employer": False,
        "vacancies_url": call.url(f"/vacancies?employer_id={EMPLOYER_ID}"),
    }


def department(vacancy: Vacancy) -> Json:
    """The department, or None."""
    if vacancy.department is None:
        return None
    id_, name = DEPARTMENTS[vacancy.department]
    return {"id": id_, "name": f"{COMPANY}::{name}"}


def manager(vacancy: Vacancy) -> Json:
    """The recruiter who runs the vacancy."""
    found = MANAGERS[vacancy.manager]
    return {
        "id": found.id,
        "first_name": found.name.first,
        "last_name": found.name.last,
        "middle_name": found.name.middle,
    }


def expires(vacancy: Vacancy) -> str:
    """When the publication ends: thirty days."""
    return stamp(vacancy.published + timedelta(days=30))


def common(call: Call, vacancy: Vacancy) -> dict[str, Json]:
    """What every representation of a vacancy has."""
    place = address(ADDRESSES[vacancy.address]) if vacancy.address is not None else None
    return {
        "id": vacancy.id,
        "name": vacancy.title,
        "area": area(call, vacancy.area),
        "address": {**place, "metro": next(iter(place["metro_stations"]), None)} if place else None,
        "employer": employer(call),
        "department": department(vacancy),
        "salary": salary(vacancy),
        "salary_range": salary_range(vacancy),
        "type": entry("vacancy_type", "open"),
        "premium": vacancy.index % 4 == 3,
        "archived": vacancy.shelf != "active",
        "has_test": vacancy.has_test,
        "response_letter_required": vacancy.letter_required,
        "created_at": stamp(vacancy.created),
        "published_at": stamp(vacancy.published),
        "url": call.url(f"/vacancies/{vacancy.id}?host=hh.ru"),
        "alternate_url": call.url(f"/vacancy/{vacancy.id}"),
        "apply_alternate_url": call.url(f"/applicant/vacancy_response?vacancyId={vacancy.id}"),
        "relations": [],
        "closed_for_applicants": False,
        "vacancy_properties": _properties(vacancy),
    }


def _properties(vacancy: Vacancy) -> Json:
    bought = {
        "property_type": "HH_STANDARD",
        "start_time": vacancy.published.isoformat(timespec="milliseconds"),
        "end_time": (vacancy.published + timedelta(days=30)).isoformat(timespec="milliseconds"),
        "parameters": [],
    }
    return {"appearance": {"title": "Стандарт"}, "properties": [bought]}


def counters(call: Call, vacancy: Vacancy) -> dict[str, int]:
    """Counters of an active vacancy."""
    topics = call.world.topics.of(vacancy.id)
    applied = [topic for topic in topics if topic.applied]
    return {
        "responses": len(applied),
        "unread_responses": sum(topic.unread and topic.stage == "response" for topic in topics),
        "invitations": sum(topic.state == "invitation" for topic in topics),
        "invitations_and_responses": len(topics),
        "resumes_in_progress": sum(
            t.stage not in ("response", "hired") and "discard" not in t.stage for t in topics
        ),
        "views": vacancy.views,
        "calls": sum(topic.source == "PHONE_CALL" for topic in topics),
        "new_missed_calls": 0,
    }


def active(call: Call, vacancy: Vacancy) -> dict[str, Json]:
    """An item of the active list."""
    return {
        **common(call, vacancy),
        "counters": counters(call, vacancy),
        "expires_at": expires(vacancy),
        "billing_type": entry("vacancy_billing_type", "standard"),
        "can_upgrade_billing_type": True,
        "has_updates": any(topic.unread for topic in call.world.topics.of(vacancy.id)),
        "manager": manager(vacancy),
        "negotiations_state": None,
    }


def shelved(call: Call, vacancy: Vacancy) -> dict[str, Json]:
    """An item of the archived and hidden lists."""
    full = counters(call, vacancy)
    return {
        **common(call, vacancy),
        "archived_at": stamp(vacancy.archived or vacancy.published),
        "counters": {name: full[name] for name in ("responses", "invitations_and_responses")},
    }


def description(vacancy: Vacancy) -> str:
    """The advertisement as HTML."""
    trade = PROFESSIONS[vacancy.trade]
    tasks = "".join(f"<li>{skill}: ежедневная работа и развитие</li>" for skill in trade.skills[:4])
    return (
        f"<p>{COMPANY} ищет специалиста: <strong>{vacancy.title.lower()}</strong>.</p>"
        f"<p><strong>Задачи:</strong></p><ul>{tasks}</ul>"
        "<p><strong>Мы ждём:</strong></p><ul><li>опыт в своей профессии</li><li>аккуратность</li></ul>"
        "<p><strong>Условия:</strong> оформление по трудовому договору, понятный график, обучение.</p>"
    )


def full(call: Call, vacancy: Vacancy) -> dict[str, Json]:
    """A vacancy for its owner."""
    trade = PROFESSIONS[vacancy.trade]
    item = common(call, vacancy)
    for name in ("relations", "closed_for_applicants", "url"):
        item.pop(name)
    item.update(
        accept_handicapped=False, accept_incomplete_resumes=trade.higher < 20, accept_kids=False,
        accept_labor_contract=True, accept_temporary=False, age_restriction=None, allow_messages=True,
        approved=True,
        auto_response={"accept_auto_response": vacancy.index % 2 == 0}, branded_description=None,
        branded_template=None,
        billing_type=entry("vacancy_billing_type", "standard"), can_upgrade_billing_type=True,
        civil_law_contracts=[],
        code=f"SV-{vacancy.index + 1:03d}", contacts=None, description=description(vacancy),
        driver_license_types=[{"id": "B"}] if trade.drives else [],
        employment=entry("employment", "full"), employment_form=entry("employment_form", "FULL"),
        experience=entry("experience", vacancy.experience), expires_at=expires(vacancy),
        hidden=vacancy.shelf == "hidden",
        initial_created_at=stamp(vacancy.created), insider_interview=None, internship=False,
        key_skills=[{"name": skill} for skill in trade.skills[:6]], languages=[],
        manager={"id": MANAGERS[vacancy.manager].id},
        night_shifts=False, previous_id=vacancy.previous_id,
        professional_roles=[{"id": trade.role, "name": trade.role_name}], response_notifications=True,
        response_url=None,
        schedule=entry("schedule", vacancy.schedule), test={"required": False} if vacancy.has_test else None,
        video_vacancy=None, work_format=[entry("work_format", "ON_SITE")],
        work_schedule_by_days=[entry("work_schedule_by_days", "FIVE_ON_TWO_OFF")], working_days=[],
        working_hours=[],
        working_time_intervals=[], working_time_modes=[],
    )  # fmt: skip
    return item
