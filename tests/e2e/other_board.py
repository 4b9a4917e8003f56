"""What the other server answers about responses, acts, templates and chats."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from aiohttp import web

from tests.contract.specification import specification
from tests.e2e.other_data import ACTS, INVITE, STAGES, VACANCIES, Act, Person, Topic

if TYPE_CHECKING:
    from tests.e2e.other_answers import Answers
    from tests.e2e.other_server import Call, OtherServer

_LETTERS: Final = {
    "hello-ru": "Здравствуйте! Приглашаем вас на видеозвонок. Ваша Синяя пристань",
    "hello-en": "Hello! Let us talk on video.",
    "yard": "Ждём вас на проходной в 9:00, возьмите паспорт.",
    "first-hello": "Добрый день! We think that our vacancy fits you.",
}
_ORDERS: Final = (("fresh", "Сначала свежие"), ("smart", "Smart order"))


class Board:
    """Topics and their handlers."""

    def __init__(self, answers: Answers, topics: Iterable[Topic]) -> None:
        self.answers = answers
        self.topics = {topic.id: topic for topic in topics}
        self.keys: set[str] = set()
        self.next = 100

    def add_routes(self, server: OtherServer) -> None:
        """The addresses of this part."""
        route = server.route
        route("GET", "/negotiations", "get-negotiations", self.collections)
        route("GET", "/board/([^/]+)", "get-collection-negotiations-list", self.collection, given=True)
        route("GET", "/negotiations/([0-9]+)", "get-negotiation-item", self.item)
        route("POST", "/negotiations/read", "post-negotiations-topics-read", self.read)
        route("PUT", "/moves/([0-9]+)/([^/]+)", "change-negotiation-action", self.move, given=True)
        route("POST", "/moves/([0-9]+)/([^/]+)", "change-negotiation-action", self.move, given=True)
        route(
            "POST",
            "/negotiations/hello-there-([^/]+)",
            "invite-applicant-to-vacancy",
            self.invite,
            given=True,
        )
        route(
            "GET",
            "/message_templates/([^/]+)",
            "get-negotiation-message-templates",
            self.template,
            given=True,
        )
        route("GET", "/common/chats", "get-common-chat-list", self.chats)
        route("GET", "/common/chats/counters/unread", "unread-chats-count", self.unread)
        route("GET", "/common/chats/([0-9]+)/messages", "get-chat-messages", self.messages)
        route("POST", "/common/chats/([0-9]+)/messages", "chat-message-post", self.post)
        route("GET", "/common/chats/([0-9]+)/participants", "get-participant-list", self.participants)
        route("PUT", "/common/chats/([0-9]+)/message/([^/]+)/read", "set-last-viewed-message", self.seen)

    def between(self, person: Person, vacancy: str) -> Topic | None:
        """The one negotiation of a pair."""
        return next((t for t in self.topics.values() if (t.person, t.vacancy) == (person, vacancy)), None)

    # Lists

    def collections(self, call: Call) -> web.Response:
        """The stages of a vacancy."""
        vacancy = call.one("vacancy_id")
        if vacancy not in dict(VACANCIES):
            return call.refuse(404, "not_found", "vacancy")
        named = [
            {
                **self._stage(call, vacancy, id_, name),
                "description": "",
                "hidden": hidden,
                **(
                    {
                        "sub_collections": [
                            {**self._stage(call, vacancy, sub, title, id_), "root_collection": root}
                            for sub, title, root in subs
                        ]
                    }
                    if subs
                    else {}
                ),
            }
            for id_, name, hidden, subs in STAGES
        ]
        states = [{"id": id_, "name": name} for id_, name, _, _ in STAGES]
        made: list[dict[str, Any]] = []
        if call.one("with_generated_collections") == "true":
            made = [
                {
                    **self._stage(call, vacancy, "gen:calls", "Звонки / Calls"),
                    "description": "",
                    "hidden": False,
                }
            ]
        return call.answer({"collections": named, "generated_collections": made, "employer_states": states})

    def _stage(self, call: Call, vacancy: str, id_: str, name: str, root: str = "") -> dict[str, Any]:
        inside = self._inside(vacancy, id_)
        address = f"/board/{id_}"
        query = f"vacancy_id={vacancy}" + (f"&in={root}" if root else "")
        return {
            "id": id_,
            "name": name,
            "url": call.link(address, query),
            "counters": {"total": len(inside), "with_updates": sum(t.unread for t in inside)},
            "order_types": [
                {"id": order, "name": title, "url": call.link(address, f"{query}&o={order}")}
                for order, title in _ORDERS
            ],
        }

    def _inside(self, vacancy: str, stage: str) -> list[Topic]:
        root = next((id_ for id_, _, _, subs in STAGES if stage in {sub[0] for sub in subs}), stage)
        inside = [t for t in self.topics.values() if t.vacancy == vacancy and t.stage == root]
        if stage.endswith("-late"):
            return [t for t in inside if t.substage == stage]
        return [t for t in inside if root == stage or t.substage != "talk.1-late"]

    def collection(self, call: Call) -> web.Response:
        """One stage, three a page at most: pages are short, and say so."""
        stage, vacancy = unquote(call.parts[0]), call.one("vacancy_id")
        inside = self._inside(vacancy, stage)
        if call.one("o") == "smart":
            inside = inside[::-1]
        if int(call.one("per_page", "20")) > 50:
            return call.refuse(400, "bad_argument", "per_page")
        per_page = min(3, int(call.one("per_page", "20")))
        page = int(call.one("page", "0"))
        cut = inside[page * per_page : (page + 1) * per_page]
        return call.answer(
            {
                "items": [self.topic(call, topic) for topic in cut],
                "found": len(inside),
                "page": page,
                "pages": ceil(len(inside) / per_page),
                "per_page": per_page,
                "hidden_count": None,
                "ordered_by": {"id": call.one("o", "fresh"), "name": "Order"},
            }
        )

    def topic(self, call: Call, topic: Topic) -> dict[str, Any]:
        """A response as lists show it."""
        stage = next(({"id": id_, "name": name} for id_, name, _, _ in STAGES if id_ == topic.stage))
        shown: dict[str, Any] = {
            "id": topic.id,
            "url": call.link(f"/negotiations/{topic.id}"),
            "state": {
                "id": "told" if topic.told else "sent",
                "name": "Письмо отправлено" if topic.told else "Отклик",
            },
            "employer_state": stage,
            "chat_id": topic.chat,
            "counters": {"messages": len(topic.letters), "unread_messages": int(topic.unread)},
            "has_updates": topic.unread,
            "messaging_status": "fine",
            "viewed_by_opponent": True,
            "messages_url": call.link(f"/letters/{topic.id}"),
            "resume": None if topic.ghost else self.answers.short(call, topic.person, topic),
            "actions": [] if topic.ghost else list(self._acts(call, topic)),
            "templates": [],
            "tags": [{"id": "FROM_THE_FUTURE"}],
        }
        if topic.substage:
            shown["funnel_stage"] = {"id": "f-1", "state": stage, "substate": {"name": "Late shift"}}
        return shown

    def item(self, call: Call) -> web.Response:
        """One response."""
        topic = self.topics.get(call.parts[0])
        if topic is None:
            return call.refuse(404, "not_found", "topic")
        shown = self.topic(call, topic)
        card = self.answers.card(call, topic.vacancy)
        del card["manager"]
        shown["vacancy"] = card
        return call.answer(shown)

    def read(self, call: Call) -> web.Response:
        """Mark as read."""
        for id_ in call.form.get("topic_id", ()):
            call.act("traced", f"read {id_}")
            self.topics[id_].unread = False
        return web.Response(status=204)

    # Acts

    def _acts(self, call: Call, topic: Topic) -> Iterator[dict[str, Any]]:
        for act in ACTS.values():
            offered = not call.server.offered or act.id in call.server.offered
            if act.result == topic.stage or not offered:
                continue
            path = f"/moves/{topic.id}/{act.id}"
            made = self.act(call, act, path, f"topic_id={topic.id}")
            made["enabled"] = act.id != "off"
            if act.id == "to-talk":
                address = call.link(path, "sub=talk.1-late")
                made["sub_actions"] = [
                    {"id": "talk.1-late", "name": "Late shift", "method": "PUT", "url": address}
                ]
            yield made

    def act(self, call: Call, act: Act, path: str, beside: str) -> dict[str, Any]:
        """One act with its links."""
        result = next(({"id": id_, "name": name} for id_, name, _, _ in STAGES if id_ == act.result), None)
        return {
            "id": act.id,
            "name": act.name,
            "method": act.method,
            "enabled": True,
            "hidden": False,
            "arguments": act.arguments,
            "resulting_employer_state": result,
            "url": call.link(path, "go=a%2Bb"),
            "templates": [
                {
                    "id": letter,
                    "name": letter.replace("-", " "),
                    "quick": False,
                    "url": call.link(f"/message_templates/{letter}", beside),
                }
                for letter in act.templates
            ],
        }

    def _wrong_form(self, call: Call, arguments: list[dict[str, Any]]) -> web.Response | None:
        """What an act's form lacks, has too much of, or leaves empty."""
        form = call.form
        named = {argument["id"] for argument in arguments}
        strangers = sorted(set(form) - named)
        if strangers:
            call.server.violations.append(f"{call.request.path}: nobody asked for {strangers}")
            return call.refuse(400, "bad_argument", strangers[0])
        for argument in arguments:
            needs = [one["id"] for one in argument["required_arguments"]] if argument["id"] in form else []
            needs += [argument["id"]] if argument["required"] else []
            if missing := [one for one in needs if one not in form]:
                call.server.violations.append(f"{call.request.path}: {missing} is missing")
                return call.refuse(400, "bad_argument", missing[0])
        if form.get("message", ["x"]) == [""]:
            return call.refuse(403, "negotiations", "empty_message")
        return None

    def move(self, call: Call) -> web.Response:
        """An act upon a response."""
        topic, id_ = self.topics[call.parts[0]], unquote(call.parts[1])
        act = ACTS[id_]
        if call.request.method != act.method:
            call.server.violations.append(f"{call.request.path}: {call.request.method} for {act.method}")
            return web.Response(status=405)
        if (wrong := self._wrong_form(call, act.arguments)) is not None:
            return wrong
        call.act("act", f"{id_} {topic.id}")
        topic.stage, topic.unread = act.result or topic.stage, False
        topic.substage = call.one("sub") or None
        self._letter(topic, call.form.get("message", [""])[0])
        return web.Response(status=204)

    def invite(self, call: Call) -> web.Response:
        """An invitation: 201, a word in HTML, and where it is."""
        vacancy = call.parts[0]
        if (wrong := self._wrong_form(call, INVITE.arguments)) is not None:
            return wrong
        person = self.answers.people[call.form["resume_id"][0]]
        if call.form["vacancy_id"] != [vacancy] or not person.invitable:
            call.server.violations.append(f"{call.request.path}: not for {call.form}")
            return call.refuse(403, "negotiations", "invalid_vacancy")
        if self.between(person, vacancy) is not None:
            call.server.violations.append(f"{call.request.path}: invited twice")
            return call.refuse(403, "negotiations", "already_applied")
        call.act("paid", f"invitation {person.resume}")
        self.next += 1
        topic = Topic(f"79{self.next:08d}", vacancy, person, "talk.1", 990_000_000 + self.next, unread=False)
        self.topics[topic.id] = topic
        self._letter(topic, call.form["message"][0])
        place = f"/negotiations/{topic.id}"
        absolute = f"http://{call.request.host}{place}" if person.number % 2 else place
        return web.Response(
            text="<b>OK</b>", content_type="text/html", status=201, headers={"Location": absolute}
        )

    def _letter(self, topic: Topic, text: str) -> None:
        if text:
            self.next += 1
            moment = datetime.now(UTC).isoformat().replace("+00:00", "Z")
            topic.letters.append({"id": f"l{self.next}", "from": "EMPLOYER", "text": text, "at": moment})
            topic.told = True

    def template(self, call: Call) -> web.Response:
        """A letter."""
        letter = {"template_modified": True, "text": _LETTERS[unquote(call.parts[0])]}
        return call.answer({"mail": letter})

    # Chats

    def chats(self, call: Call) -> web.Response:
        """Two a page."""
        every = [t for t in self.topics.values() if not t.ghost]
        if call.one("filter_unread") == "true":
            every = [t for t in every if t.unread]
        page, per_page = int(call.one("page", "0")), 2
        if page > 50 or int(call.one("per_page", "20")) > 20:
            return call.refuse(400, "bad_argument", "page")
        cut = every[page * per_page : (page + 1) * per_page]
        return call.answer(
            {
                "items": [self._chat(t) for t in cut],
                "found": len(every),
                "page": page,
                "pages": ceil(len(every) / per_page),
                "per_page": per_page,
            }
        )

    def _chat(self, topic: Topic) -> dict[str, Any]:
        chat: dict[str, Any] = {
            "id": str(topic.chat),
            "type": "NEGOTIATION",
            "display": {"title": " ".join(topic.person.name)},
            "unread_message_count": int(topic.unread),
        }
        if topic.letters:
            chat["last_message"] = self._message(topic.letters[-1])
        return chat

    @staticmethod
    def _message(letter: dict[str, Any]) -> dict[str, Any]:
        ours = letter["from"] == "EMPLOYER"
        return {
            "id": letter["id"],
            "payload": {"text": letter["text"]},
            "creation_time": letter["at"],
            "sender_display_info": {
                "name": "Blue Quay" if ours else "Somebody",
                "role": letter["from"],
                "is_current_participant": ours,
            },
            "sender_participant_id": "p1" if ours else "p2",
        }

    def unread(self, call: Call) -> web.Response:
        """A number as a string."""
        return call.answer({"unread_chats_count": str(sum(t.unread for t in self.topics.values()))})

    def messages(self, call: Call) -> web.Response:
        """A chat; traced, since it marks the response as viewed."""
        topic = self._of_chat(call)
        if topic is None:
            return call.refuse(404, "not_found", "chat")
        call.act("traced", f"chat {topic.chat}")
        limit = int(call.one("limit", "20"))
        ids = [letter["id"] for letter in topic.letters]
        start = ids.index(call.one("start_message_id")) if call.one("start_message_id") in ids else None
        if call.one("order", "next") == "prev":
            upto = topic.letters[: len(ids) if start is None else start + 1]
            shown, more = upto[-limit:][::-1], len(upto) > limit
        else:
            rest = topic.letters[start or 0 :]
            shown, more = rest[:limit], len(rest) > limit
        may = self.may_write(topic)
        state: dict[str, Any] = {"allowed": may} | ({} if may else {"reason": "ARCHIVED_BY_EMPLOYER"})
        chat = self._chat(topic)
        chat.pop("last_message", None)
        return call.answer(
            chat
            | {
                "messages": [
                    {
                        **self._message(letter),
                        "type": "SIMPLE",
                        "can_edit": False,
                        "viewed_by_opponent": False,
                    }
                    for letter in shown
                ],
                "has_more": more,
                "chat_states": {"send_file_state": {"allowed": False}, "write_message_state": state},
            }
        )

    @staticmethod
    def may_write(topic: Topic) -> bool:
        """The first chat, and every fifth, is closed."""
        return topic.chat % 5 != 0

    def post(self, call: Call) -> web.Response:
        """A message by key."""
        topic = self._of_chat(call)
        if topic is None or not self.may_write(topic):
            call.server.violations.append(f"{call.request.path}: nobody may write here")
            return call.refuse(403, "forbidden", "chat_blocked")
        body = json.loads(call.body)
        schema = specification().operation("chat-message-post").bodies["application/json"]
        call.server.violations += call.server.schemas.violations(schema, body)
        if body["idempotency_key"] in self.keys:
            return call.refuse(409, "conflict", "conflict")
        self.keys.add(body["idempotency_key"])
        call.act("message", f"chat {topic.chat}")
        self._letter(topic, body["text"])
        return call.answer({"id": topic.letters[-1]["id"]}, status=201)

    def participants(self, call: Call) -> web.Response:
        """Two."""
        return call.answer({"items": [{"id": "p1", "name": "Blue Quay"}, {"id": "p2", "name": "Somebody"}]})

    def seen(self, call: Call) -> web.Response:
        """A read mark."""
        topic = self._of_chat(call)
        if topic is None:
            return call.refuse(404, "not_found", "chat")
        call.act("traced", f"seen {topic.chat}")
        topic.unread = False
        return web.Response(status=204)

    def _of_chat(self, call: Call) -> Topic | None:
        return next((t for t in self.topics.values() if str(t.chat) == call.parts[0]), None)
