"""Full resumes, contacts, views, files and photos of the sandbox."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import httpx
from PIL import Image

from tests.sandbox_process import Sandbox

Item = dict[str, Any]


def test_closed_resume_hides_who_it_is(client: httpx.Client, closed: Item) -> None:
    full = client.get(closed["url"]).json()
    assert full["can_view_full_info"] is False
    assert full["contact"] == []
    assert (full["last_name"], full["first_name"], full["photo"]) == (None, None, None)
    assert full["contact_view_status"] == "NONE"


def test_contacts_are_bought_once(client: httpx.Client, closed: Item, sandbox: Sandbox) -> None:
    left = sandbox.state()["contacts_left"]
    url = closed["actions"]["get_with_contact"]["url"]
    for _ in range(2):
        assert client.get(url).json()["contact"]
    state = sandbox.state()
    assert state["contacts_left"] == left - 1
    assert [act["what"] for act in state["paid"]] == ["contacts"]
    opened = client.get(closed["url"]).json()
    assert opened["contacts_open_until_date"]
    assert "get_with_contact" not in opened["actions"]
    phone = next(contact for contact in opened["contact"] if contact["kind"] == "phone")
    assert phone["contact_value"].startswith("+7 (900) 000-")


def test_without_contacts_left_there_is_no_url(client: httpx.Client, closed: Item, sandbox: Sandbox) -> None:
    sandbox.set(contacts_left=0)
    assert client.get(closed["url"]).json()["actions"]["get_with_contact"] is None
    answer = client.get(closed["actions"]["get_with_contact"]["url"])
    assert answer.json()["errors"] == [{"type": "resumes", "value": "no_available_service"}]


def test_hidden_contacts_spend_too(client: httpx.Client, sandbox: Sandbox) -> None:
    items = client.get("/resumes?per_page=100").json()["items"]
    hidden = next(i for i in items if i["hidden_fields"] and i["actions"].get("get_with_contact"))
    full = client.get(hidden["actions"]["get_with_contact"]["url"]).json()
    assert full["last_name"] is None
    assert len(sandbox.state()["paid"]) == 1


def test_views_count_until_the_daily_limit(client: httpx.Client, closed: Item, sandbox: Sandbox) -> None:
    sandbox.set(views_left=1)
    assert client.get(closed["url"]).status_code == 200
    answer = client.get(closed["url"])
    assert answer.status_code == 429
    assert answer.json()["errors"] == [{"type": "resumes", "value": "view_limit_exceeded"}]
    limits = client.get("/employers/8550117/managers/5032001/limits/resume").json()
    assert limits["left"]["resume_view"] == 0


def test_response_is_free_and_becomes_read(
    client: httpx.Client, responses: list[Item], sandbox: Sandbox
) -> None:
    unread = next(item for item in responses if item["has_updates"] and not item["counters"]["messages"])
    full = client.get(unread["resume"]["url"]).json()
    assert full["can_view_full_info"] is True
    assert client.get(unread["url"]).json()["has_updates"] is False
    state = sandbox.state()
    assert state["views"]["spent"] == 0
    assert state["traced"][-1]["topic_id"] == unread["id"]


def test_withdrawn_resume_is_gone(client: httpx.Client, closed: Item, sandbox: Sandbox) -> None:
    sandbox.set(withdraw_resume=closed["id"])
    assert client.get(closed["url"]).json()["errors"] == [{"type": "not_found"}]
    ids = [item["id"] for item in client.get("/resumes?per_page=100").json()["items"]]
    assert closed["id"] not in ids


def test_changed_resume_has_a_newer_date(client: httpx.Client, closed: Item, sandbox: Sandbox) -> None:
    sandbox.set(update_resume=closed["id"])
    assert client.get(closed["url"]).json()["updated_at"] > closed["updated_at"]


def test_files_are_real(client: httpx.Client, responses: list[Item]) -> None:
    links = responses[0]["resume"]["actions"]["download"]
    pdf, rtf = (client.get(links[kind]["url"]) for kind in ("pdf", "rtf"))
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert b"GolosText" in pdf.content
    assert rtf.content.startswith(b"{\\rtf")
    assert "filename*=UTF-8''" in pdf.headers["Content-Disposition"]


def test_photos_are_pictures_that_expire(
    client: httpx.Client, responses: list[Item], sandbox: Sandbox
) -> None:
    photo = next(item["resume"]["photo"] for item in responses if item["resume"]["photo"])
    picture = httpx.get(photo["small"])
    assert Image.open(BytesIO(picture.content)).size == (100, 100)
    sandbox.set(expire_urls=True)
    assert httpx.get(photo["small"]).status_code == 404


def test_same_seed_same_people(client: httpx.Client) -> None:
    with Sandbox.start(resumes=300, vacancies=6, seed=1) as other, other.client(other.sign_in()) as there:
        theirs = [item["id"] for item in there.get("/resumes?order_by=salary_desc").json()["items"]]
    assert theirs == [item["id"] for item in client.get("/resumes?order_by=salary_desc").json()["items"]]


def test_history_grows_with_moves(client: httpx.Client, responses: list[Item]) -> None:
    url = responses[0]["resume"]["negotiations_history"]["url"]
    action = responses[0]["actions"][0]
    before = len(client.get(url).json()["vacancies"][0]["items"])
    client.request(action["method"], action["url"], data={"message": "Здравствуйте!"})
    items = client.get(url).json()["vacancies"][0]["items"]
    assert len(items) == before + 1
    assert items[0]["employer_state"]["id"] == action["id"]
    assert items[0]["with_message"] is True
