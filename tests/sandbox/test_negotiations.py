"""Responses: collections, moves, letters, bulk, invitations."""

from __future__ import annotations

from typing import Any

import httpx

from tests.sandbox_process import Sandbox

Item = dict[str, Any]


def act(client: httpx.Client, action: Item, **form: str) -> httpx.Response:
    """Do an action as it says."""
    return client.request(action["method"], action["url"], data=form)


def error(answer: httpx.Response) -> tuple[int, str | None]:
    """Status and value of a refusal."""
    return answer.status_code, answer.json()["errors"][0].get("value")


def action_of(item: Item, id_: str) -> Item:
    """The action of an item."""
    found: Item = next(action for action in item["actions"] if action["id"] == id_)
    return found


def test_collections_count_what_their_urls_list(client: httpx.Client, vacancy: str) -> None:
    body = client.get(f"/negotiations?vacancy_id={vacancy}&with_generated_collections=true").json()
    for collection in (*body["collections"], *body["generated_collections"]):
        listed = client.get(collection["url"]).json()
        assert listed["found"] == collection["counters"]["total"], collection["id"]
        parts = collection.get("sub_collections") or []
        if parts:
            assert sum(part["counters"]["total"] for part in parts) == collection["counters"]["total"]
            assert [part["root_collection"] for part in parts].count(True) == 1


def test_orders_differ_between_collections(client: httpx.Client, vacancy: str) -> None:
    body = client.get(f"/negotiations?vacancy_id={vacancy}").json()
    orders = {c["id"]: [order["id"] for order in c["order_types"]] for c in body["collections"]}
    assert "relevance" in orders["response"]
    assert "relevance" not in orders["interview"]
    assert client.get(f"/negotiations/interview?vacancy_id={vacancy}&order_by=relevance").status_code == 400


def test_silent_move_leaves_the_candidates_state(client: httpx.Client, responses: list[Item]) -> None:
    assert act(client, action_of(responses[0], "phone_interview")).status_code == 204
    moved = client.get(responses[0]["url"]).json()
    assert moved["employer_state"]["id"] == "phone_interview"
    assert moved["state"]["id"] == "response"


def test_letter_flips_the_candidates_state(client: httpx.Client, responses: list[Item]) -> None:
    refusal = action_of(responses[0], "discard_by_employer")
    assert act(client, refusal, message="Спасибо за отклик.").status_code == 204
    moved = client.get(responses[0]["url"]).json()
    assert moved["state"]["id"] == "discard"
    assert moved["counters"]["messages"] == responses[0]["counters"]["messages"] + 1


def test_rules_of_letters(client: httpx.Client, responses: list[Item]) -> None:
    interview = action_of(responses[0], "interview")
    assert error(act(client, interview, message="")) == (403, "empty_message")
    assert error(act(client, interview, message="x" * 10_001)) == (403, "too_long_message")
    assert error(act(client, interview, address_id="15101")) == (400, "message")
    assert error(act(client, interview, message="x", address_id="1")) == (403, "address_not_found")
    assert error(act(client, interview, colour="red")) == (400, "colour")
    assert error(
        act(client, action_of(responses[0], "discard_by_employer"), message="x", send_sms="true")
    ) == (
        400,
        "send_sms",
    )


def test_rebuilt_address_is_refused(client: httpx.Client, responses: list[Item], sandbox: Sandbox) -> None:
    action = responses[0]["actions"][0]
    answer = client.put(action["url"].partition("?")[0])
    assert error(answer) == (400, "funnel_key")
    assert "rebuilt" in sandbox.state()["violations"][0]["what"]


def test_sub_action_leads_into_a_sub_collection(
    client: httpx.Client, responses: list[Item], vacancy: str
) -> None:
    step = action_of(responses[0], "interview")["sub_actions"][1]
    assert act(client, step).status_code == 204
    listed = client.get(f"/negotiations/{step['id']}?vacancy_id={vacancy}&per_page=50").json()
    assert responses[0]["id"] in [item["id"] for item in listed["items"]]
    assert client.get(responses[0]["url"]).json()["funnel_stage"]["substate"] == {"name": step["name"]}


def test_state_reached_is_not_offered_again(client: httpx.Client, responses: list[Item]) -> None:
    consider = action_of(responses[0], "consider")
    assert act(client, consider).status_code == 204
    assert error(act(client, consider)) == (403, "wrong_state")
    assert "consider" not in [action["id"] for action in client.get(responses[0]["url"]).json()["actions"]]


def test_bulk_is_all_or_nothing(client: httpx.Client, responses: list[Item], sandbox: Sandbox) -> None:
    ours = [item["id"] for item in responses[:3]]
    other = sandbox.set(new_response={"vacancy_id": sandbox.state()["vacancies"][1]["id"]})["new_response"]
    mixed = client.put("/negotiations/consider", data={"topic_id": [*ours, other["topic_id"]]})
    assert error(mixed) == (403, "application_denied")
    assert client.get(responses[0]["url"]).json()["employer_state"]["id"] == "response"
    assert client.put("/negotiations/consider", data={"topic_id": ours}).status_code == 204
    assert client.get(responses[2]["url"]).json()["employer_state"]["id"] == "consider"
    assert error(client.put("/negotiations/consider", data={"topic_id": ["1"] * 51})) == (400, "topic_id")


def test_nothing_can_be_done_in_the_archive(
    client: httpx.Client, responses: list[Item], vacancy: str, sandbox: Sandbox
) -> None:
    sandbox.set(archive_vacancy=vacancy)
    assert client.get(responses[0]["url"]).json()["actions"] == []
    assert error(act(client, responses[0]["actions"][0])) == (403, "wrong_state")


def test_withdrawn_resume_is_a_ghost(client: httpx.Client, responses: list[Item], sandbox: Sandbox) -> None:
    sandbox.set(withdraw_resume=responses[0]["resume"]["id"])
    ghost = client.get(responses[0]["url"]).json()
    assert ghost["resume"] is None
    assert ghost["actions"] == []


def test_invitation_spends_once_and_stands_once(client: httpx.Client, closed: Item, sandbox: Sandbox) -> None:
    fit = client.get(f"/employers/8550117/vacancies/active?resume_id={closed['id']}").json()["items"]
    assert fit[0]["can_invite"] is True
    action = fit[0]["negotiations_actions"][0]
    form = {"resume_id": closed["id"], "vacancy_id": fit[0]["id"], "message": "Здравствуйте!"}
    first = act(client, action, **form)
    assert first.status_code == 201
    assert first.headers["Content-Type"].startswith("text/html")
    assert error(act(client, action, **form)) == (403, "already_applied")
    second = {**form, "vacancy_id": fit[1]["id"]}
    assert act(client, fit[1]["negotiations_actions"][0], **second).status_code == 201
    state = sandbox.state()
    assert [act_["what"] for act_ in state["paid"]].count("contacts") == 1
    assert client.get(first.headers["Location"]).json()["state"]["id"] == "invitation"


def test_resume_id_goes_alone(client: httpx.Client, closed: Item) -> None:
    answer = client.get(f"/employers/8550117/vacancies/active?resume_id={closed['id']}&page=0")
    assert error(answer) == (400, "resume_id")


def test_reading_marks(client: httpx.Client, responses: list[Item]) -> None:
    new = [item["id"] for item in responses if item["has_updates"]][:2]
    assert client.post("/negotiations/read", data={"topic_id": new}).status_code == 204
    for id_ in new:
        assert client.get(f"/negotiations/{id_}").json()["id"] == id_


def test_new_response_appears(client: httpx.Client, vacancy: str, sandbox: Sandbox) -> None:
    before = client.get(f"/negotiations/response?vacancy_id={vacancy}").json()["found"]
    made = sandbox.set(new_response={"vacancy_id": vacancy})["new_response"]
    listed = client.get(f"/negotiations/response?vacancy_id={vacancy}").json()
    assert listed["found"] == before + 1
    assert listed["items"][0]["id"] == made["topic_id"]
    assert listed["items"][0]["has_updates"] is True


def test_letter_names_the_person_and_the_vacancy(client: httpx.Client, responses: list[Item]) -> None:
    item = responses[0]
    text = client.get(item["templates"][0]["url"]).json()["mail"]["text"]
    assert item["resume"]["first_name"] in text
    assert client.get("/message_templates/invite").status_code == 400
    assert client.get("/message_templates/none?topic_id=1").status_code == 404
