"""Search, the full resume, its files and history."""

from __future__ import annotations

from urllib.parse import quote

from hhdesk.sandbox import careers, files, search
from hhdesk.sandbox.call import Answer, Call, Json, Refusal, bad_argument, not_found, operation
from hhdesk.sandbox.cards import Card
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.fields import entry
from hhdesk.sandbox.operations.dictionaries import metro_station
from hhdesk.sandbox.pictures import photo_url
from hhdesk.sandbox.places import STATION
from hhdesk.sandbox.records import Topic
from hhdesk.sandbox.resume_view import (
    area,
    birth_date,
    contact_key,
    education,
    experience,
    hidden_fields,
    job_search_status,
    name_of,
    open_until,
    short,
)
from hhdesk.sandbox.routes import DOWNLOAD
from hhdesk.sandbox.stages import BY_ID as STAGE


@operation("search-for-resumes")
def search_for_resumes(call: Call) -> Json:
    """A page of a search."""
    if call.world.quotas.search_limit_reached:
        raise Refusal(429, "resumes", "daily_resume_search_limit_exceeded")
    page, size = search.check_depth(call)
    found = search.find(call.world, call.query)
    saved = call.one("saved_search_id")
    if saved is not None:
        if saved not in call.world.searches:
            raise bad_argument("saved_search_id")
        call.world.searches[saved].last_used = call.world.tick()
        call.world.trace(call.operation, saved_search_id=saved, new_items=call.one("last_used") is not None)
    status = call.flag("with_job_search_status")
    chosen = found[page * size : (page + 1) * size]
    return {
        "found": len(found),
        "page": page,
        "pages": min(-(-len(found) // size), search.DEPTH // size),
        "per_page": size,
        "items": [short(call, index, status=status) for index in chosen],
    }


def resume_of(call: Call) -> int:
    """The resume that the path names. Raises Refusal (404)."""
    index = call.world.resume_index(call.path["resume_id"])
    if index is None:
        raise not_found()
    return index


def topic_of(call: Call, index: int) -> Topic | None:
    """The response that the address carries; it must be about this resume. Raises Refusal (404)."""
    id_ = call.one("topic_id")
    if id_ is None:
        return None
    topic = call.world.topics.get(id_)
    if topic is None or topic.resume != index:
        raise not_found()
    return topic


def view(call: Call, index: int, topic: Topic | None) -> None:
    """A view: found resumes count against the daily limit, responses become read. Raises Refusal (429)."""
    world = call.world
    applied = topic is not None or world.topics.applied(index)
    if not applied:
        if world.quotas.views_spent >= world.quotas.views_limit:
            raise Refusal(429, "resumes", "view_limit_exceeded")
        world.quotas.views_spent += 1
    if topic is not None:
        topic.unread = False
    world.viewed.add(index)
    world.trace(call.operation, resume_id=world.resume_id(index), topic_id=topic.id if topic else None)


def buy(call: Call, index: int) -> None:
    """Open the contacts when the address carries the server's key. Raises Refusal (403)."""
    key = call.one("with_contact")
    if key is None:
        return
    if key != contact_key(call.world, index):
        raise bad_argument("with_contact")
    if not call.world.contacts_open(index) and not call.world.open_contacts(index, call.operation):
        raise Refusal(403, "resumes", "no_available_service")


@operation("get-resume")
def get_resume(call: Call) -> Json:
    """A full resume."""
    index = resume_of(call)
    topic = topic_of(call, index)
    buy(call, index)
    view(call, index, topic)
    return full(call, index, topic)


def full(call: Call, index: int, topic: Topic | None) -> dict[str, Json]:
    """A full resume as this company sees it now."""
    world, card = call.world, call.world.card(index)
    opened = world.contacts_open(index)
    item = short(call, index, topic)
    for name in ("url", "viewed", "marked", "last_negotiation", "job_search_status", "skill_set"):
        item.pop(name, None)
    platform_only = opened and card.index % 50 == 7
    item.update(
        experience=experience(call, card, True),
        education=education(call, card, True),
        experience_group_by_company=_groups(call, card),
        birth_date=birth_date(card, world) if card.age_known else None,
        contact=_contacts(call, index) if opened and not platform_only else [],
        site=_sites(card) if opened else [],
        contact_view_status="IPC" if platform_only else "FULL" if opened else "NONE",
        contacts_open_until_date=open_until(call, index),
        view_without_contacts_reason=None if opened else "no_available_service",
        complaint_status={"applicant_topics_are_hidden": False},
        business_trip_readiness=entry("business_trip_readiness", card.trips),
        citizenship=[area(call, card.citizenship)],
        work_ticket=[area(call, card.citizenship)],
        driver_license_types=[{"id": id_} for id_ in card.licences],
        has_vehicle=card.vehicle,
        employment=entry("employment", card.employments[0]),
        employments=[entry("employment", id_) for id_ in card.employments],
        schedule=entry("schedule", card.schedules[0]),
        schedules=[entry("schedule", id_) for id_ in card.schedules],
        language=_languages(card),
        metro=metro_station(STATION[card.metro]) if card.metro else None,
        paid_services=[] if opened else _offers(call),
        portfolio=_portfolio(call, index) if opened else [],
        professional_roles=[{"id": card.profession.role, "name": card.profession.role_name}],
        recommendation=_recommendations(card),
        relocation=_relocation(call, card),
        resume_locale={"id": "RU", "name": "Русский"},
        skill_set=list(card.skills),
        skills=careers.about(world.seed, card),
        tags=[],
        travel_time=entry("travel_time", "any" if card.index % 3 else "less_than_hour"),
    )
    if call.flag("with_job_search_status"):
        status = job_search_status(call, card)
        if status is not None:
            item["job_search_status"] = status
    if call.flag("with_negotiations_history"):
        item["negotiations_history"]["vacancies"] = history(call, index, 3, 1)
    if call.flag("with_creds"):
        item["creds"] = {"answers": {}, "question_to_answer_map": {}, "questions": {}}
    return item


def _groups(call: Call, card: Card) -> list[Json]:
    groups: dict[str, dict[str, Json]] = {}
    for job in careers.jobs(call.world.seed, card, call.world.now.date()):
        group = groups.setdefault(job.company, {"duration": 0, "experience_ids": []})
        group["duration"] += job.months
        group["experience_ids"].append(str(card.index * 8 + job.number))
    return list(groups.values())


def _contacts(call: Call, index: int) -> list[Json]:
    world, card = call.world, call.world.card(index)
    hidden = hidden_fields(card)
    reach = careers.contacts(world.seed, card, name_of(world, index))
    found: list[Json] = []
    if "phones" not in hidden:
        phone = reach.phone
        formatted = f"+7 ({phone[1:4]}) {phone[4:7]}-{phone[7:9]}-{phone[9:]}"
        found.append(
            {
                "kind": "phone",
                "type": entry("preferred_contact_type", "cell"),
                "contact_value": formatted,
                "value": {"country": "7", "city": phone[1:4], "number": phone[4:], "formatted": formatted},
                "comment": "Звонить после 12" if index % 9 == 4 else None,
                "preferred": not reach.prefers_email,
                "need_verification": False,
                "verified": True,
            }
        )
    if "email" not in hidden:
        email = {"kind": "email", "type": entry("preferred_contact_type", "email"),
        "contact_value": reach.email,
                 "value": reach.email, "preferred": reach.prefers_email}  # fmt: skip
        found.append(email)
    if reach.telegram and "other_contacts" not in hidden and "names_and_photo" not in hidden:
        link = f"https://t.me/{reach.telegram}"
        links = {"web": link, "android": link, "ios": link}
        found.append({"kind": "primary", "type": {"id": "telegram", "name": "telegram"},
                      "contact_value": f"@{reach.telegram}", "links": links, "preferred": False})  # fmt: skip
    return found


def _portfolio(call: Call, index: int) -> list[Json]:
    if index % 23 != 4:
        return []
    urls = {
        size: call.url(photo_url(call.world, index, pixels))
        for size, pixels in (("small", 100), ("medium", 500))
    }
    return [{"description": "Работа из портфолио", **urls}]


def _offers(call: Call) -> list[Json]:
    """What the company may buy to see the contacts."""
    price_list = {"alternate_url": call.url("/price")}
    return [
        {
            "id": "RESUME_CONTACTS",
            "name": "Контакты резюме",
            "description": "Откроются на 30 дней",
            "price_list": price_list,
        }
    ]


def _sites(card: Card) -> list[Json]:
    if card.index % 9 != 2:
        return []
    return [
        {"type": entry("resume_contacts_site_type", "personal"), "url": f"https://example.com/{card.person}"}
    ]


def _languages(card: Card) -> list[Json]:
    found = [
        {
            "id": "rus",
            "name": "Русский",
            "level": entry("language_level", "l1" if card.citizenship == "113" else "c1"),
        }
    ]
    if card.english:
        found.append({"id": "eng", "name": "Английский", "level": entry("language_level", card.english)})
    return found


def _recommendations(card: Card) -> list[Json]:
    if card.index % 7 != 2:
        return []
    firm = card.profession.firms[card.index % 4]
    return [
        {
            "name": "Руководитель отдела",
            "position": "Руководитель",
            "organization": firm,
            "contact": "По запросу",
        }
    ]


def _relocation(call: Call, card: Card) -> Json:
    places = [area(call, "1")] if card.relocation != "no_relocation" and card.area != "1" else []
    return {"type": entry("relocation_type", card.relocation), "area": places, "district": []}


@operation(DOWNLOAD)
def download(call: Call) -> Answer:
    """The file of a resume: a real PDF or RTF; counts as a view."""
    index = resume_of(call)
    kind = call.one("type")
    if kind not in ("pdf", "rtf"):
        raise bad_argument("type")
    topic = topic_of(call, index)
    buy(call, index)
    view(call, index, topic)
    opened = call.world.contacts_open(index)
    body = (files.pdf if kind == "pdf" else files.rtf)(call.world, index, opened)
    name = quote(call.path["name"])
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Answer(200, raw=body, content_type=f"application/{kind}", headers=headers)


def history(call: Call, index: int, vacancies: int, changes: int) -> list[Json]:
    """What the company did with a resume, vacancy by vacancy."""
    world = call.world
    topics = sorted(world.topics.of_resume(index), key=lambda t: t.updated, reverse=True)
    found: list[Json] = []
    for topic in topics[:vacancies]:
        vacancy = world.vacancies[topic.vacancy_id]
        latest = list(reversed(topic.history))[:changes]
        found.append(
            {
                "id": vacancy.id,
                "name": vacancy.title,
                "url": call.url(f"/vacancies/{vacancy.id}"),
                "archived": vacancy.shelf != "active",
                "can_edit": True,
                "negotiations_url": call.url(f"/negotiations/{topic.id}"),
                "messages_url": call.url(f"/negotiations/{topic.id}/messages"),
                "items": [
                    {
                        "created_at": stamp(change.at),
                        "employer_state": {"id": change.state, "name": STAGE[change.state].state_name},
                        "with_message": change.with_message,
                    }
                    for change in latest
                ],
            }
        )
    return found


@operation("get-resume-negotiations-history")
def negotiations_history(call: Call) -> Json:
    """Thirty vacancies with ten changes each."""
    return {"vacancies": history(call, resume_of(call), 30, 10)}
