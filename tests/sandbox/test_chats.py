"""Chats of the sandbox: keys, order, read marks, closed chats."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import pytest

from tests.sandbox_process import Sandbox

Item = dict[str, Any]


@pytest.fixture
def chat(responses: list[Item]) -> str:
    """The chat of a response that has a letter."""
    return str(next(item["chat_id"] for item in responses if item["counters"]["messages"]))


def post(client: httpx.Client, chat: str, key: str, text: str = "Когда вам удобно?") -> httpx.Response:
    """A message under a key."""
    return client.post(f"/common/chats/{chat}/messages", json={"idempotency_key": key, "text": text})


def messages(client: httpx.Client, chat: str, query: str = "order=prev") -> Any:
    """The messages of a chat."""
    return client.get(f"/common/chats/{chat}/messages?{query}").json()


def test_same_key_is_a_conflict_and_sends_nothing(client: httpx.Client, chat: str) -> None:
    key = str(uuid.uuid4())
    assert post(client, chat, key).status_code == 201
    assert post(client, chat, key).status_code == 409
    texts = [message["payload"]["text"] for message in messages(client, chat)["messages"]]
    assert texts.count("Когда вам удобно?") == 1


def test_next_begins_at_the_oldest_prev_at_the_latest(client: httpx.Client, chat: str) -> None:
    for number in range(3):
        post(client, chat, str(uuid.uuid4()), f"Сообщение {number}")
    everything = [message["id"] for message in messages(client, chat)["messages"]]
    assert [m["id"] for m in messages(client, chat, "order=next&limit=1")["messages"]] == everything[:1]
    last = messages(client, chat, "order=prev&limit=2")
    assert [message["id"] for message in last["messages"]] == everything[-2:]
    assert last["has_more"] is True
    start = everything[1]
    for order in ("next", "prev"):
        page = messages(client, chat, f"order={order}&start_message_id={start}")["messages"]
        assert start in [message["id"] for message in page]


def test_candidate_writes_and_is_read(client: httpx.Client, chat: str, sandbox: Sandbox) -> None:
    last = messages(client, chat)["messages"][-1]["id"]
    client.put(f"/common/chats/{chat}/message/{last}/read")
    before = int(client.get("/common/chats/counters/unread").json()["unread_chats_count"])
    written = sandbox.set(candidate_writes={"chat_id": chat, "text": "Есть новости?"})["candidate_writes"]
    assert int(client.get("/common/chats/counters/unread").json()["unread_chats_count"]) == before + 1
    first = client.get("/common/chats?filter_unread=true").json()["items"][0]
    assert (first["id"], first["last_message"]["payload"]["text"]) == (chat, "Есть новости?")
    assert client.put(f"/common/chats/{chat}/message/{written['message_id']}/read").status_code == 204
    assert int(client.get("/common/chats/counters/unread").json()["unread_chats_count"]) == before


def test_closed_chat_says_why(client: httpx.Client, chat: str, sandbox: Sandbox) -> None:
    sandbox.set(close_chat={"chat_id": chat, "reason": "PFP_BLOCK"})
    state = messages(client, chat)["chat_states"]["write_message_state"]
    assert state == {"allowed": False, "reason": "PFP_BLOCK"}
    refused = post(client, chat, str(uuid.uuid4()))
    assert refused.status_code == 403
    assert refused.json()["errors"] == [{"type": "forbidden", "reason": "chat_blocked"}]


def test_bad_requests(client: httpx.Client, chat: str) -> None:
    path = f"/common/chats/{chat}/messages"
    assert post(client, chat, "no uuid").status_code == 400
    assert post(client, chat, str(uuid.uuid4()), "").json()["errors"] == [
        {"type": "text", "reason": "required"}
    ]
    assert client.get(f"{path}?order=back").json()["errors"][0]["reason"] == "bad_order"
    assert (
        client.get(f"{path}?start_message_id=999999999").json()["errors"][0]["reason"]
        == "bad_start_message_id"
    )
    assert client.get("/common/chats?page=51").status_code == 400
    assert client.get("/common/chats/1/participants").status_code == 404


def test_pages_of_the_list_do_not_overlap(client: httpx.Client) -> None:
    pages = [client.get(f"/common/chats?page={page}").json() for page in range(2)]
    ids = [item["id"] for page in pages for item in page["items"]]
    assert len(ids) == len(set(ids)) == 40


def test_files_need_the_token_and_a_fresh_link(client: httpx.Client, sandbox: Sandbox) -> None:
    picture = {"file": ("a.png", b"\x89PNG\r\n\x1a\n", "image/png")}
    link = client.post("/common/chats/files/upload_links").json()["upload_url"]
    bare = httpx.post(link, files=picture)
    assert (bare.status_code, bare.headers["Content-Type"]) == (403, "text/html; charset=utf-8")
    wrong = client.post(link, files={"file": ("a.exe", b"MZ", "application/x-msdownload")})
    assert wrong.json() == {"errors": [{"type": "bad_argument", "value": "file"}]}
    sandbox.set(expire_urls=True)
    assert client.post(link, files=picture).json() == {"errors": [{"type": "bad_argument", "value": "state"}]}
