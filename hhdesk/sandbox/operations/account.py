"""Sign-in, who I am, limits, what is bought."""

from __future__ import annotations

from datetime import timedelta

from hhdesk.sandbox.accounts import EMPLOYER_ID, EMPLOYERS, MANAGER_ID, TOKEN_SECONDS, GrantError
from hhdesk.sandbox.call import Answer, Call, Json, Refusal, not_found, nothing, operation, paged
from hhdesk.sandbox.clock import stamp
from hhdesk.sandbox.places import BY_ID, LINE, STATION
from hhdesk.sandbox.vacancy_book import ADDRESSES, COMPANY, DEPARTMENTS, MANAGERS, Address, Manager


@operation("authorize")
def token(call: Call) -> Answer:
    """Codes, refresh tokens and client credentials for tokens."""
    try:
        issued = call.world.accounts.exchange(dict(call.form))
    except GrantError as error:
        return Answer(400, {"error": error.error, "error_description": error.description})
    body: dict[str, Json] = {"access_token": issued.access, "token_type": "bearer"}
    if issued.refresh:
        body.update(expires_in=TOKEN_SECONDS, refresh_token=issued.refresh)
    return Answer(200, body)


@operation("invalidate-token")
def invalidate(call: Call) -> Answer:
    """The living user token ends, and its refresh token with it."""
    if call.token is None or call.token.kind != "user":
        raise Refusal(403, "oauth", "user_auth_expected")
    call.token.revoked = True
    return nothing()


def name_of_company(employer_id: str) -> str:
    """The name of one of the manager's companies."""
    return COMPANY if employer_id == EMPLOYER_ID else f"{COMPANY}, филиал на Урале"


@operation("get-current-user-info")
def me(call: Call) -> Json:
    """The manager, or the application behind an application token."""
    user = call.token is not None and call.token.kind == "user"
    flags = {
        "auth_type": "employer" if user else "application",
        "is_admin": False,
        "is_applicant": False,
        "is_application": not user,
        "is_employer": user,
        "is_employer_integration": False,
    }
    if not user:
        return flags
    manager, company = MANAGERS[0], EMPLOYERS[call.account]
    return {
        **flags,
        "id": "99320011",
        "first_name": manager.name.first,
        "last_name": manager.name.last,
        "middle_name": manager.name.middle,
        "mid_name": manager.name.middle,
        "email": manager.email,
        "phone": None,
        "employer": {"id": company, "name": name_of_company(company), "manager_id": call.account},
        "manager": {
            "id": call.account,
            "has_admin_rights": True,
            "has_multiple_manager_accounts": True,
            "is_main_contact_person": True,
            "manager_settings_url": call.url(f"/employers/{company}/managers/{call.account}/settings"),
        },
        "personal_manager": {
            "id": "777",
            "first_name": "Ольга",
            "last_name": "Светлова",
            "email": "o.svetlova@example.com",
            "is_available": True,
            "photo_urls": None,
            "unavailable": None,
        },
    }


@operation("get-manager-accounts")
def manager_accounts(call: Call) -> Json:
    """The manager works under two accounts."""
    return {
        "primary_account_id": MANAGER_ID,
        "current_account_id": call.account,
        "is_primary_account_blocked": False,
        "items": [
            {"id": account, "employer": {"id": company, "name": name_of_company(company)}}
            for account, company in EMPLOYERS.items()
        ],
    }


def own_employer(call: Call) -> None:
    """404 for a company that is not the manager's. Raises Refusal."""
    if call.path["employer_id"] != EMPLOYERS[call.account]:
        raise not_found()


def own_manager(call: Call) -> Manager:
    """The manager that the path names. Raises Refusal (404)."""
    own_employer(call)
    wanted = MANAGER_ID if call.path["manager_id"] == call.account else call.path["manager_id"]
    for manager in MANAGERS:
        if manager.id == wanted:
            return manager
    raise not_found()


@operation("get-employer-manager-limits")
def limits(call: Call) -> Json:
    """Daily views; every view through the API counts here."""
    own_manager(call)
    quotas = call.world.quotas
    left = max(0, quotas.views_limit - quotas.views_spent)
    return {
        "left": {"resume_view": left, "resume_view_from_api": left},
        "limits": {"resume_view": quotas.views_limit, "resume_view_from_api": quotas.views_limit},
        "spend": {"resume_view": quotas.views_spent, "resume_view_from_api": quotas.views_spent},
    }


_GROUPS = (
    ("1", "Наличие доступа к методам резюме", ("get-resume",)),
    ("2", "Наличие доступа к методам поиска", ("search-for-resumes", "get-saved-resume-searches")),
    ("3", "Наличие доступа к просмотру резюме, у которого есть отклик или приглашение", ("get-resume",)),
    ("4", "Наличие доступа к просмотру резюме, найденных через поиск по базе", ("get-resume",)),
)


@operation("get-payable-api-method-access")
def method_access(call: Call) -> Json:
    """Four groups of paid methods."""
    own_manager(call)
    closed = call.world.quotas.methods_closed
    return {
        "items": [
            {"id": id_, "description": text, "access": {"has_access": not closed.intersection(operations)}}
            for id_, text, operations in _GROUPS
        ]
    }


@operation("get-payable-api-actions")
def services(call: Call) -> Json:
    """The bought services."""
    own_employer(call)
    world = call.world
    since, until = stamp(world.now - timedelta(days=100)), stamp(world.now + timedelta(days=265))
    return {
        "items": [
            {
                "id": "12345678",
                "activated_at": since,
                "expires_at": until,
                "balance": None,
                "service_type": {"id": "API_UNLIMITED", "name": "Доступ к API HH"},
            },
            {
                "id": "12345680",
                "activated_at": since,
                "expires_at": until,
                "balance": {"actual": world.quotas.contacts_left, "initial": 50},
                "service_type": {"id": "CONTACTS", "name": "Просмотры контактов"},
            },
        ]
    }


@operation("get-manager-settings")
def settings(call: Call) -> Json:
    """The manager's preferences."""
    own_manager(call)
    return {
        "default_currency": {"abbr": "руб.", "code": "RUR", "name": "Рубли"},
        "use_sms_notification": True,
    }


def _manager_card(call: Call, manager: Manager) -> dict[str, Json]:
    return {
        "id": manager.id,
        "first_name": manager.name.first,
        "last_name": manager.name.last,
        "middle_name": manager.name.middle,
        "full_name": " ".join(filter(None, manager.name)),
        "email": manager.email,
        "position": manager.position,
        "area": {"id": "1", "name": "Москва", "url": call.url("/areas/1")},
        "is_main_contact_person": manager.id == MANAGER_ID,
        "phone": {"country": "7", "city": "900", "number": "0000100", "comment": None},
        "additional_phone": None,
        "vacancies_count": sum(
            MANAGERS[v.manager].id == manager.id and v.shelf == "active"
            for v in call.world.vacancies.values()
        ),
    }


@operation("get-employer-managers")
def managers(call: Call) -> Json:
    """The recruiters of the company."""
    own_employer(call)
    text = (call.one("search_text") or "").lower()
    found = [manager for manager in MANAGERS if text in " ".join(filter(None, manager.name)).lower()]
    items = [_manager_card(call, manager) for manager in found]
    return paged(call, items, 20, 200)


PERMISSIONS = (
    ("can_create_vacancy", "Создание и продление вакансий"),
    ("can_view_resume_contacts", "Просмотр контактов соискателей"),
)
MANAGER_TYPES = (("main_contact_person", "Главное контактное лицо"), ("manager", "Менеджер"))


@operation("get-employer-manager-types")
def manager_types(call: Call) -> Json:
    """Types of managers with the rights they can have."""
    own_employer(call)
    rights = [{"id": id_, "name": name} for id_, name in PERMISSIONS]
    return {"items": [{"id": i, "name": n, "available_permissions": rights} for i, n in MANAGER_TYPES]}


@operation("get-employer-manager")
def one_manager(call: Call) -> Json:
    """A recruiter with their rights."""
    manager = own_manager(call)
    main = manager.id == MANAGER_ID
    id_, name = MANAGER_TYPES[0 if main else 1]
    plain = {
        name: value for name, value in _manager_card(call, manager).items() if name != "additional_phone"
    }
    card: dict[str, Json] = {
        **plain,
        "creation_time": (call.world.now - timedelta(days=900)).isoformat(timespec="milliseconds"),
        "manager_type": {"id": id_, "name": name},
        "permissions": [{"id": right, "name": words} for right, words in PERMISSIONS[: 2 if main else 1]],
    }
    return card


@operation("get-address")
def one_address(call: Call) -> Json:
    """An address of the company."""
    own_employer(call)
    for known in ADDRESSES:
        if known.id == call.path["address_id"]:
            return {**address(known), "can_edit": True, "deleted": False}
    raise not_found()


@operation("get-employer-departments")
def departments(call: Call) -> Json:
    """The departments of the company."""
    own_employer(call)
    return {"items": [{"id": id_, "name": f"{COMPANY}::{name}"} for id_, name in DEPARTMENTS]}


def station(id_: str) -> Json:
    """A metro station as vacancies and addresses carry it."""
    found = STATION[id_]
    return {
        "station_id": found.id,
        "station_name": found.name,
        "line_id": found.line,
        "line_name": LINE[found.line].name,
        "lat": found.lat,
        "lng": found.lng,
    }


def address(entry: Address) -> dict[str, Json]:
    """An address as vacancies carry it."""
    return {
        "id": entry.id,
        "city": entry.city,
        "street": entry.street,
        "building": entry.building,
        "description": "На проходной нужен паспорт",
        "lat": entry.lat,
        "lng": entry.lng,
        "raw": f"{entry.city}, {entry.street}, {entry.building}",
        "metro_stations": [station(entry.station)] if entry.station else [],
    }


@operation("get-employer-addresses")
def addresses(call: Call) -> Json:
    """The addresses of the company."""
    own_employer(call)
    who = {"id": MANAGER_ID, "full_name": " ".join(filter(None, MANAGERS[0].name))}
    extra: dict[str, Json] = {"can_edit": True, "deleted": False}
    if call.flag("with_manager"):
        extra["manager"] = who
    return paged(call, [{**address(entry), **extra} for entry in ADDRESSES], 20, 10_000)


@operation("get-employer-info")
def employer(call: Call) -> Json:
    """The card of a company; only the demo company is known."""
    own_employer(call)
    return {
        "id": EMPLOYER_ID,
        "name": COMPANY,
        "type": "company",
        "description": "<p>Поставляем оборудование и материалы по всей стране с 1998 года.</p>",
        "site_url": "https://severny-veter.example.ru",
        "alternate_url": call.url(f"/employer/{EMPLOYER_ID}"),
        "vacancies_url": call.url(f"/vacancies?employer_id={EMPLOYER_ID}"),
        "open_vacancies": sum(vacancy.shelf == "active" for vacancy in call.world.vacancies.values()),
        "area": {"id": "1", "name": BY_ID["1"].name, "url": call.url("/areas/1")},
        "logo_urls": logos(call),
        "industries": [{"id": "7.541", "name": "Оптовая торговля"}],
        "insider_interviews": [],
        "relations": [],
        "trusted": True,
        "accredited_it_employer": False,
        "is_identified_by_esia": False,
        "branded_description": None,
        "branding": None,
        "country_code": "RU",
    }


def logos(call: Call) -> Json:
    """The company's logo in three sizes."""
    return {name: call.url(f"/files/logo/{name}.png") for name in ("90", "240", "original")}
