"""Every filter of the sandbox's search filters, and the rules around it hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.sandbox_process import Sandbox

Item = dict[str, Any]


def search(client: httpx.Client, query: str) -> Any:
    """The answer of a search."""
    answer = client.get(f"/resumes?per_page=100&{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(client: httpx.Client, query: str) -> str:
    """The parameter that a search is refused for."""
    answer = client.get(f"/resumes?{query}")
    assert answer.status_code == 400
    return str(answer.json()["errors"][0]["value"])


FILTERS: list[tuple[str, Callable[[Item], bool]]] = [
    ("area=1&relocation=living", lambda item: item["area"]["id"] == "1"),
    ("area=2019&relocation=living", lambda item: item["area"]["id"] in ("2034", "2059", "2077")),
    ("age_from=30&age_to=40", lambda item: item["age"] is None or 30 <= item["age"] <= 40),
    ("age_from=30&label=only_with_age", lambda item: item["age"] >= 30),
    ("gender=female&label=only_with_gender", lambda item: item["gender"]["id"] == "female"),
    ("salary_from=100000", lambda item: item["salary"] is None or item["salary"]["amount"] >= 100_000),
    ("salary_to=1000&currency=USD&label=only_with_salary", lambda item: item["salary"]["amount"] <= 90_000),
    ("experience=noExperience", lambda item: (item["total_experience"] or {"months": 0})["months"] < 12),
    ("experience=moreThan6", lambda item: item["total_experience"]["months"] >= 72),
    ("education_level=secondary", lambda item: item["education"]["level"]["id"] == "secondary"),
    (
        "text=Водитель&text.logic=all&text.field=title&text.period=",
        lambda item: "одител" in (item["title"] or "одител"),
    ),
    ("search_in_responses=true", lambda item: item["can_view_full_info"] is True),
    ("schedule=remote", lambda item: "REMOTE" in [form["id"] for form in item["work_format"]]),
]


@pytest.mark.parametrize(("query", "holds"), FILTERS, ids=[query for query, _ in FILTERS])
def test_filter_filters(client: httpx.Client, query: str, holds: Callable[[Item], bool]) -> None:
    everybody = search(client, "")["found"]
    found = search(client, query)
    assert 0 < found["found"] < everybody
    assert all(holds(item) for item in found["items"])


NARROWING = (
    "professional_role=96",
    "employment=project",
    "language=eng.b2",
    "driver_license_types=CE",
    "citizenship=97",
    "metro=6",
    "period=3",
    "date_from=2020-01-01&date_to=2024-01-01T00:00:00%2B0300&order_by=publication_time",
    "job_search_status=active_search",
    "business_trip_readiness=ready",
    "educational_institution=38921",
    "filter_exp_industry=48&filter_exp_period=all_time",
    "text=Django",
    "text=Django&text=Docker",
    "text=курс бухгалтер&text.logic=any&text.field=everywhere&text.period=all_time",
    "label=only_with_photo",
    "label=only_with_vehicle",
    "label=only_in_responses",
    "area=1&relocation=relocation",
)


@pytest.mark.parametrize("query", NARROWING)
def test_filter_narrows(client: httpx.Client, query: str) -> None:
    assert search(client, query)["found"] < search(client, "")["found"]


def test_excluded_words_complete_the_found_ones(client: httpx.Client) -> None:
    tail = "text.field=everywhere&text.period=all_time"
    with_word = search(client, f"text=Django&text.logic=all&{tail}")["found"]
    without = search(client, f"text=Django&text.logic=except&{tail}")["found"]
    assert with_word + without >= search(client, "")["found"]


def test_skills_of_the_suggestion_can_be_searched(client: httpx.Client) -> None:
    skill = client.get("/suggests/skill_set?text=docker").json()["items"][0]
    found = search(client, f"skill={skill['id']}")["items"]
    assert found
    assert "Docker" in client.get(found[0]["url"]).json()["skill_set"]


def test_orders(client: httpx.Client) -> None:
    dates = [item["updated_at"] for item in search(client, "order_by=publication_time")["items"]]
    assert dates == sorted(dates, reverse=True)
    paid = [
        item["salary"]["amount"]
        for item in search(client, "order_by=salary_asc&label=only_with_salary")["items"]
    ]
    assert paid == sorted(paid)


def test_one_resume_a_person(client: httpx.Client) -> None:
    pages = [search(client, f"page={page}") for page in range(3)]
    owners = [item["owner"]["id"] for page in pages for item in page["items"]]
    assert len(owners) == len(set(owners)) == pages[0]["found"]


def test_search_among_the_responses_of_a_vacancy(client: httpx.Client, sandbox: Sandbox) -> None:
    vacancy = sandbox.state()["vacancies"][0]
    found = search(client, f"search_by_vacancy_id={vacancy['id']}")["found"]
    assert 0 < found <= vacancy["topics"]


def test_viewed_are_left_out(client: httpx.Client) -> None:
    query = "label=exclude_viewed_by_user_id"
    before = search(client, query)
    client.get(before["items"][0]["url"])
    assert search(client, query)["found"] == before["found"] - 1


def test_refusals_name_the_parameter(client: httpx.Client) -> None:
    assert refused(client, "page=20&per_page=100") == "page"
    assert refused(client, "per_page=101") == "per_page"
    assert refused(client, "text=a&text.logic=all") == "text"
    assert refused(client, "experience=some") == "experience"
    assert refused(client, "period=1&date_from=2020-01-01") == "period"
    assert refused(client, "folder=1&include_all_folders=true") == "folder"
    assert refused(client, "area=0") == "area"
    assert refused(client, "search_in_responses=yes") == "search_in_responses"


def test_daily_limit_of_searches(client: httpx.Client, sandbox: Sandbox) -> None:
    sandbox.set(search_limit=True)
    answer = client.get("/resumes")
    assert answer.status_code == 429
    assert answer.json()["errors"] == [{"type": "resumes", "value": "daily_resume_search_limit_exceeded"}]
