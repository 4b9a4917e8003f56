"""What the other server answers about the account, resumes and vacancies."""

from __future__ import annotations

from math import ceil
from typing import Any, Final

from aiohttp import web
from fpdf import FPDF

from tests.e2e import other_data
from tests.e2e.other_board import Board
from tests.e2e.other_data import EMPLOYER, INVITE, INVITE_TO_SLOT, MANAGER, VACANCIES, Person, Topic
from tests.e2e.other_server import Call, OtherServer

_DATES: Final = (
    "2026-11-03T09:15:00+0300",
    "2026-11-02T18:40:12+03:00",
    "2026-11-01T07:05:09Z",
    "2026-10-30T23:59:59.123Z",
)


class Answers:
    """The handlers, and the world that they share."""

    def __init__(self, server: OtherServer) -> None:
        self.people = {person.resume: person for person in other_data.people()}
        self.board = Board(self, other_data.topics(list(self.people.values())))
        company = f"/employers/{EMPLOYER}"
        server.route("GET", "/me", "get-current-user-info", me)
        server.route("GET", "/manager_accounts/mine", "get-manager-accounts", accounts)
        server.route(
            "GET", f"{company}/managers/{MANAGER}/limits/resume", "get-employer-manager-limits", limits
        )
        server.route(
            "GET", f"{company}/managers/{MANAGER}/method_access", "get-payable-api-method-access", access
        )
        server.route("GET", f"{company}/addresses", "get-employer-addresses", addresses)
        server.route("GET", "/resumes", "search-for-resumes", self.search)
        server.route("GET", "/resumes/([^/]+)", "get-resume", self.resume, given=True)
        server.route("GET", r"/resumes/([^/]+)/files-v3/[^/]+\.(pdf|rtf)", None, self.file, given=True)
        server.route("GET", f"{company}/vacancies/active", "get-active-vacancy-list", self.vacancies)
        server.route("GET", "/vacancies/([^/]+)", "get-vacancy", self.vacancy)
        self.board.add_routes(server)

    # Resumes

    def search(self, call: Call) -> web.Response:
        """Text, age, and whatever else is declared and changes nothing here."""
        query = call.query
        texts = [text for text in query.get("text", ()) if text]
        if texts and {len(query.get(name, ())) for name in ("text.logic", "text.field", "text.period")} != {
            len(query["text"])
        }:
            return call.refuse(400, "bad_argument", "text.logic")
        if "period" in query and "date_from" in query:
            return call.refuse(400, "bad_argument", "period")
        found = [person for person in self.people.values() if _fits(person, call, texts)]
        if not 1 <= int(call.one("per_page", "20")) <= 100:
            return call.refuse(400, "bad_argument", "per_page")
        # Withdrawn resumes still count: pages are shorter than they say.
        return call.answer(_page(call, found, lambda person: self.short(call, person), 2000, _withdrawn))

    def short(self, call: Call, person: Person, topic: Topic | None = None) -> dict[str, Any]:
        """The representation of lists."""
        open_ = person.bought or topic is not None
        first, last = person.name
        address = f"/resumes/{person.resume}"
        beside = f"topic_id={topic.id}&vacancyId=z%2B{topic.vacancy}" if topic else "t="
        actions: dict[str, Any] = {"download": _downloads(call, person, beside)}
        if person.for_sale and not open_:
            paid = f"with_contact=q%2Bw%3D%3D{person.number}"
            actions["get_with_contact"] = {"url": call.link(address, f"{beside}&{paid}")}
            actions["download_with_contact"] = _downloads(call, person, paid)
        return {
            "id": person.resume,
            "title": person.title,
            "url": call.link(address, beside),
            "alternate_url": f"https://elsewhere.invalid/r/{person.resume}",
            "first_name": first if open_ else None,
            "last_name": last if open_ and person.number % 4 else None,
            "age": person.age,
            "area": {"id": "9001", "name": "Усть-Луга", "url": call.link("/areas/9001")}
            if person.number % 7
            else None,
            "salary": person.salary,
            "total_experience": {"months": person.number * 7} if person.number % 5 else None,
            "experience": person.experience,
            "education": {"level": {"id": "trade-school", "name": "Ремесленное училище"}},
            "actions": actions,
            "download": actions["download"],
            "can_view_full_info": open_ or None,
            "hidden_fields": [{"id": "phones", "name": "Телефоны"}] if person.hidden else [],
            "owner": {
                "id": person.owner,
                "comments": {
                    "url": call.link(f"/applicant_comments/{person.owner}"),
                    "counters": {"total": 0},
                },
            },
            "photo": None,
            "updated_at": _DATES[person.number % len(_DATES)],
            "negotiations_history": {"url": call.link(f"/resumes/{person.resume}/negotiations_history")},
        }

    def resume(self, call: Call) -> web.Response:
        """The full one: traced, and paid where the link says so."""
        person = self.people.get(call.parts[0])
        if person is None:
            return call.refuse(404, "not_found", "resume")
        topic = self.board.topics.get(call.one("topic_id"))
        if call.one("with_contact"):
            call.act("paid", f"contacts {person.resume}")
            person.bought = True
        else:
            call.act("traced", f"resume {person.resume}")
        if topic is not None:
            topic.unread = False
        return call.answer(self.full(call, person, topic))

    def full(self, call: Call, person: Person, topic: Topic | None) -> dict[str, Any]:
        """The full representation."""
        open_ = person.bought or topic is not None
        contact = [
            {"kind": "phone", "contact_value": f"+7 812 555-0{person.number:03d}", "preferred": True,
             "type": {"id": "cell", "name": "Mobile"}},
            {"kind": "secondary", "contact_value": None, "preferred": False,
             "type": {"id": "carrier-pigeon", "name": "Голубиная почта"}},
        ]  # fmt: skip
        full = self.short(call, person, topic)
        full |= {
            "contact": contact if open_ and not person.hidden else [],
            "skills": person.skills,
            "skill_set": ["1C", "IFRS", "Порядок"] if person.number % 2 else [],
            "experience": [
                {**place, "description": "Did <b>everything</b> & more.\nВторая строка."}
                for place in person.experience
            ],
            "language": [{"id": "sme", "name": "Northern Sámi", "level": {"id": "z9", "name": "Z9 — Дома"}}],
            "citizenship": [],
            "driver_license_types": [{"id": "ZZ"}],
            "portfolio": [],
            "site": [],
            "recommendation": [],
            "contact_view_status": "FULL" if open_ else "NONE",
            "contacts_open_until_date": "2027-02-01" if person.bought else None,
            "resume_locale": {"id": "EN", "name": "English"},
        }
        del full["url"]  # only lists have it
        return full

    def file(self, call: Call) -> web.Response:
        """A real PDF, or an RTF."""
        person = self.people[call.parts[0]]
        call.act("traced", f"file {person.resume}")
        if call.parts[1] == "rtf":
            return web.Response(body=b"{\\rtf1 Resume}", content_type="application/rtf")
        paper = FPDF()
        paper.add_page()
        paper.set_font("helvetica", size=14)
        paper.multi_cell(0, 10, f"Resume {person.resume}\nKeeps books and people in order.")
        return web.Response(body=bytes(paper.output()), content_type="application/pdf")

    # Vacancies

    def vacancies(self, call: Call) -> web.Response:
        """Own active vacancies; with `resume_id`, and with it alone, those that fit and how to invite."""
        if resume := call.one("resume_id"):
            others = set(call.query) - {"resume_id", "host", "locale"}
            if others:
                return call.refuse(400, "bad_argument", min(others))
            person = self.people.get(resume)
            if person is None:
                return call.refuse(404, "not_found", "resume")
            items = [self._fitting(call, person, id_) for id_, _ in VACANCIES[:2]]
            return call.answer({"items": items, "found": 2, "page": 0, "pages": 1, "per_page": 20})
        text = call.one("text").casefold()
        fit = [id_ for id_, name in VACANCIES if text in name.casefold()]
        return call.answer(_page(call, fit, lambda id_: self.card(call, id_, in_list=True), 50))

    def vacancy(self, call: Call) -> web.Response:
        """One vacancy."""
        if call.parts[0] not in dict(VACANCIES):
            return call.refuse(404, "not_found", "vacancy")
        card = self.card(call, call.parts[0])
        del card["url"]
        card["manager"] = {"id": MANAGER}
        card["description"] = (
            "<p>Мы ищем <strong>человека</strong>.</p><ul><li>IFRS</li></ul><script>x()</script>"
        )
        return call.answer(card)

    def card(self, call: Call, id_: str, *, in_list: bool = False) -> dict[str, Any]:
        """What all representations of a vacancy say."""
        mine = [topic for topic in self.board.topics.values() if topic.vacancy == id_]
        card: dict[str, Any] = {
            "id": id_,
            "name": dict(VACANCIES)[id_],
            "url": call.link(f"/vacancies/{id_}"),
            "area": {"id": "9001", "name": "Усть-Луга", "url": call.link("/areas/9001")},
            "manager": {"id": MANAGER, "first_name": "Ирма", "last_name": "Quist", "middle_name": None},
            "salary_range": None,
            "archived": False,
        }
        if in_list:
            card["counters"] = {
                "responses": len(mine),
                "unread_responses": sum(topic.unread for topic in mine),
                "views": 12,
                "invitations": 0,
                "invitations_and_responses": len(mine),
                "resumes_in_progress": 0,
            }
        return card

    def _fitting(self, call: Call, person: Person, id_: str) -> dict[str, Any]:
        may = person.invitable and not self.board.between(person, id_)
        acts: list[dict[str, Any]] = []
        if may:
            pair = f"vacancy_id={id_}&resume_id={person.resume}"
            acts = [
                self.board.act(call, INVITE_TO_SLOT, f"/invite/slot/{id_}", pair),
                self.board.act(call, INVITE, f"/negotiations/hello-there-{id_}", pair),
            ]
        return self.card(call, id_) | {"can_invite": may, "negotiations_actions": acts}


def me(call: Call) -> web.Response:
    """An employer's manager."""
    return call.answer(
        {
            "auth_type": "employer",
            "is_employer": True,
            "id": "u-1",
            "first_name": "Ирма",
            "last_name": "Quist",
            "employer": {"id": EMPLOYER, "name": "Blue Quay / Синяя пристань", "manager_id": MANAGER},
            "manager": {
                "id": MANAGER,
                "has_admin_rights": False,
                "has_multiple_manager_accounts": False,
                "is_main_contact_person": True,
                "manager_settings_url": call.link(f"/employers/{EMPLOYER}/managers/{MANAGER}/settings"),
            },
        }
    )


def accounts(call: Call) -> web.Response:
    """One account."""
    one = {"id": "acc-9", "employer": {"id": EMPLOYER, "name": "Blue Quay / Синяя пристань"}}
    return call.answer(
        {
            "items": [one],
            "current_account_id": "acc-9",
            "primary_account_id": "acc-9",
            "is_primary_account_blocked": False,
        }
    )


def limits(call: Call) -> web.Response:
    """No views through the API are provided for."""
    return call.answer(
        {"left": {"resume_view": 41}, "limits": {"resume_view": 50}, "spend": {"resume_view": 9}}
    )


def access(call: Call) -> web.Response:
    """All groups are open, one is new."""
    return call.answer(
        {
            "items": [
                {"id": group, "access": {"has_access": True}, "description": f"Группа {group}"}
                for group in ("1", "2", "3", "4", "9")
            ]
        }
    )


def addresses(call: Call) -> web.Response:
    """One address, half empty."""
    one = {"id": "a-15", "raw": "Усть-Луга, Краколье 3", "can_edit": False, "deleted": False}
    return call.answer({"items": [one], "found": 1, "page": 0, "pages": 1, "per_page": 10000})


def _downloads(call: Call, person: Person, query: str) -> dict[str, Any]:
    name = "%D0%A0%D0%B5%D0%B7%D1%8E%D0%BC%D0%B5%20No.1"
    return {
        kind: {"url": call.link(f"/resumes/{person.resume}/files-v3/{name}.{kind}", f"{query}&type={kind}")}
        for kind in ("pdf", "rtf")
    }


def _fits(person: Person, call: Call, texts: list[str]) -> bool:
    age = person.age
    return (
        all(person.says(word) for text in texts for word in text.split())
        and (age is None or int(call.one("age_from") or 0) <= age <= int(call.one("age_to") or 200))
        and (not call.one("salary_from") or person.salary is None or person.salary["amount"] is not None)
    )


def _withdrawn(person: Person) -> bool:
    return person.number % 13 == 0


def _page(
    call: Call, found: list[Any], show: Any, deepest: int, left_out: Any = lambda _: False
) -> dict[str, Any]:
    """A page of a list."""
    page, per_page = int(call.one("page", "0")), int(call.one("per_page", "20"))
    cut = found[page * per_page : (page + 1) * per_page][:deepest]
    return {
        "found": len(found),
        "page": page,
        "pages": ceil(len(found) / per_page),
        "per_page": per_page,
        "items": [show(one) for one in cut if not left_out(one)],
    }


def add_answers(server: OtherServer) -> None:
    """Teach the server everything."""
    Answers(server)
