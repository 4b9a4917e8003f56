"""How a resume looks in lists and in full."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

from hhdesk.sandbox import careers
from hhdesk.sandbox.call import Call, Json
from hhdesk.sandbox.cards import Card
from hhdesk.sandbox.clock import months_back, stamp
from hhdesk.sandbox.fields import entry
from hhdesk.sandbox.names import FullName, full_name
from hhdesk.sandbox.pictures import photo_url
from hhdesk.sandbox.places import BY_ID
from hhdesk.sandbox.records import Topic
from hhdesk.sandbox.stages import BY_ID as STAGE
from hhdesk.sandbox.world import World

FIRST_OWNER = 54_700_000


def hidden_fields(card: Card) -> list[str]:
    """What the person hid from everybody: names and photo, phones or mail; nine in ten hide nothing."""
    return {3: ["names_and_photo"], 41: ["phones"], 63: ["names_and_photo", "phones", "email"]}.get(
        card.person % 83, []
    )


def name_of(world: World, index: int) -> FullName:
    """The name of the owner, whether it is shown or not."""
    card = world.card(index)
    return full_name(world.seed, card.person, card.woman)


def owner_id(card: Card) -> str:
    """The person of a resume, as hh.ru's owner.id."""
    return str(FIRST_OWNER + card.person)


def area(call: Call, id_: str) -> Json:
    """A region as answers embed it."""
    return {"id": id_, "name": BY_ID[id_].name, "url": call.url(f"/areas/{id_}")}


def _downloads(call: Call, index: int, shown: bool, topic: Topic | None, key: str | None = None) -> Json:
    name = name_of(call.world, index) if shown else None
    text = f"{name.last} {name.first}" if name else call.world.card(index).title
    extra = f"&topic_id={topic.id}&vacancy_id={topic.vacancy_id}" if topic else ""
    extra += f"&with_contact={key}" if key else ""
    base = call.url(f"/resumes/{call.world.resume_id(index)}/download/{quote(text)}")
    # hh.ru's own example gives an .rtf link that ends in .pdf.
    rtf_end = "rtf" if index % 5 else "pdf"
    return {
        "pdf": {"url": f"{base}.pdf?type=pdf{extra}"},
        "rtf": {"url": f"{base}.{rtf_end}?type=rtf{extra}"},
    }


def contact_key(world: World, index: int) -> str:
    """The opaque value of ``with_contact``."""
    return f"{(index * 0x9E3779B97F4A7C15 + world.seed) % (1 << 128):032x}"


def actions(call: Call, index: int, shown: bool, topic: Topic | None) -> Json:
    """Links of a resume; the ones that spend exist only while contacts are closed and can be bought."""
    found: dict[str, Json] = {"download": _downloads(call, index, shown, topic)}
    world = call.world
    if not world.contacts_open(index):
        key = contact_key(world, index)
        can_buy = world.quotas.contacts_left > 0
        url = call.url(f"/resumes/{world.resume_id(index)}?with_contact={key}")
        found["get_with_contact"] = {"url": url} if can_buy else None
        found["download_with_contact"] = _downloads(call, index, shown, topic, key) if can_buy else None
    return found


def education(call: Call, card: Card, full: bool) -> Json:
    """Level and places of study."""
    schools = [
        {
            "id": str(card.index * 4 + number),
            "name": school.name,
            "name_id": school.id,
            "organization": school.faculty,
            "organization_id": None,
            "result": school.faculty,
            "result_id": None,
            "year": school.year,
        }
        for number, school in enumerate(careers.schools(card, call.world.now.date()))
    ]
    found: dict[str, Json] = {"level": entry("education_level", card.education), "primary": schools}
    if full:
        found.update(additional=[], attestation=[], elementary=[])
        if card.index % 4 == 1:
            course = {
                "id": str(card.index), "name": f"Курс «{card.skills[0]}»",
                "organization": "Учебный центр «Шаг вперёд»",
                "result": card.profession.role_name, "year": call.world.now.year - 2,
            }  # fmt: skip
            found["additional"] = [course]
    return found


def experience(call: Call, card: Card, full: bool) -> list[Json]:
    """Places of work, the latest first."""
    found: list[Json] = []
    for job in careers.jobs(call.world.seed, card, call.world.now.date()):
        industry = {"id": card.profession.industry[0], "name": card.profession.industry[1]}
        item: dict[str, Json] = {
            "start": job.start.isoformat(),
            "end": job.end.isoformat() if job.end else None,
            "company": job.company,
            "company_id": str(employer_number(job.company)) if card.index % 4 == 0 else None,
            "company_url": None if card.index % 3 else "http://example.com",
            "employer": _former_employer(call, job) if card.index % 4 == 0 else None,
            "position": job.position,
            "area": area(call, card.area) if card.index % 6 else None,
            "industries": [industry],
            "industry": None,
        }
        if full:
            item.update(id=str(card.index * 8 + job.number), description=job.text)
        found.append(item)
    return found


def employer_number(company: str) -> int:
    """A number for an invented company, the same everywhere."""
    return 700_000 + sum(ord(letter) * (place + 1) for place, letter in enumerate(company)) % 90_000


def _former_employer(call: Call, job: careers.Job) -> Json:
    id_ = str(employer_number(job.company))
    return {
        "id": id_,
        "name": job.company,
        "url": call.url(f"/employers/{id_}"),
        "alternate_url": call.url(f"/employer/{id_}"),
        "logo_urls": None,
    }


def _certificates(card: Card) -> list[Json]:
    if card.index % 13 != 6:
        return []
    title = f"{card.skills[0]}: повышение квалификации"
    return [{"type": "custom", "title": title, "achieved_at": "2024-05-20", "owner": None, "url": None}]


def _last_negotiation(call: Call, index: int) -> Json:
    topics = call.world.topics.of_resume(index)
    if not topics:
        return None
    last = max(topics, key=lambda topic: topic.updated)
    return {
        "employer_state": {"id": last.stage, "name": STAGE[last.stage].state_name},
        "created_at": stamp(last.updated),
    }


def open_until(call: Call, index: int) -> str | None:
    """Until when bought contacts stay open."""
    if index not in call.world.opened:
        return None
    return (call.world.now.date() + timedelta(days=30)).isoformat()


def short(call: Call, index: int, topic: Topic | None = None, status: bool = False) -> dict[str, Json]:
    """A resume in a list; with ``topic`` its links carry the response."""
    world, card = call.world, call.world.card(index)
    opened = world.contacts_open(index)
    hidden = hidden_fields(card)
    shown = opened and "names_and_photo" not in hidden
    name = name_of(world, index) if shown else FullName("", "", None)
    id_ = world.resume_id(index)
    item: dict[str, Json] = {
        "id": id_,
        "real_id": str(90_100_000 + index),
        "title": None if index % 61 == 60 else card.title,
        "url": call.url(f"/resumes/{id_}" + (f"?topic_id={topic.id}" if topic else "")),
        "alternate_url": call.url(
            f"/resume/{id_}" + (f"?t={topic.id}&vacancyId={topic.vacancy_id}" if topic else "")
        ),
        "last_name": name.last or None,
        "first_name": name.first or None,
        "middle_name": name.middle,
        "age": card.age if card.age_known else None,
        "gender": entry("gender", "female" if card.woman else "male") if card.gender_known else None,
        "area": area(call, card.area),
        "salary": {"amount": card.salary, "currency": "RUR"} if card.salary else None,
        "total_experience": {"months": card.months} if card.months else None,
        "experience": experience(call, card, False),
        "education": education(call, card, False),
        "certificate": _certificates(card),
        "citizenship": [area(call, card.citizenship)],
        "tags": [],
        "hidden_fields": [entry("resume_hidden_fields", field) for field in hidden],
        "photo": photo(call, index) if shown and card.photo else None,
        "platform": {"id": "headhunter"},
        "created_at": stamp(world.now - timedelta(minutes=max(card.created, card.updated + 60))),
        "updated_at": stamp(world.updated_at(index)),
        "viewed": world.was_viewed(index) or (topic is not None and not topic.unread),
        "favorited": index in world.favorited,
        "marked": False,
        "can_view_full_info": opened,
        "owner": owner(call, card),
        "actions": actions(call, index, shown, topic),
        "download": _downloads(call, index, shown, topic),
        "negotiations_history": {"url": call.url(f"/resumes/{id_}/negotiations_history")},
        "work_format": _formats(card),
        "employment_form": [entry("resume_employment_form", "FULL")],
    }
    if topic is None:
        item["last_negotiation"] = _last_negotiation(call, index)
        item["contacts_open_until_date"] = open_until(call, index)
    else:
        item["skill_set"] = list(card.skills)
    looking = job_search_status(call, card) if status else None
    if looking is not None:
        item["job_search_status"] = looking
    return item


def _formats(card: Card) -> list[Json]:
    formats = ["REMOTE"] if "remote" in card.schedules else []
    formats += ["FLY_IN_FLY_OUT"] if "flyInFlyOut" in card.schedules else []
    return [entry("resume_work_format", id_) for id_ in (*formats, "ON_SITE")]


def owner(call: Call, card: Card) -> Json:
    """The person, with the address of notes about them."""
    id_ = owner_id(card)
    return {
        "id": id_,
        "comments": {
            "url": call.url(f"/applicant_comments/{id_}"),
            "counters": {"total": len(call.world.comments_of(card.person))},
        },
    }


def photo(call: Call, index: int) -> Json:
    """Addresses of the photo; they expire."""
    sizes = {size: call.url(photo_url(call.world, index, size)) for size in (40, 100, 500)}
    return {"40": sizes[40], "100": sizes[100], "500": sizes[500], "small": sizes[100], "medium": sizes[500]}


def job_search_status(call: Call, card: Card) -> Json:
    """Whether the person looks for work, as employers see it; one in six never said."""
    if card.index % 6 == 5:
        return None
    return {
        **entry("job_search_statuses_employer", card.status),
        "last_change_time": stamp(call.world.now - timedelta(minutes=card.updated)),
    }


def birth_date(card: Card, world: World) -> str:
    """A birthday that gives the age."""
    day = months_back(world.now.date(), card.age * 12 + card.person % 11)
    return day.replace(day=1 + card.person % 27).isoformat()
