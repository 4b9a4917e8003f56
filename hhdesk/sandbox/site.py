"""The site part: consent page, captcha page, pictures."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from aiohttp import web

from hhdesk.sandbox import pictures, uploads
from hhdesk.sandbox.accounts import CLIENT_ID
from hhdesk.sandbox.vacancy_book import COMPANY, MANAGERS
from hhdesk.sandbox.world import World

PAGES = frozenset(("/oauth/authorize", "/captcha"))
_KNOWN = frozenset(
    ("response_type", "client_id", "state", "redirect_uri", "code_challenge", "code_challenge_method", "role",
     "force_role", "force_login", "skip_choose_account")
)  # fmt: skip


async def serve(world: World, request: web.Request) -> web.StreamResponse:
    """A page of the site."""
    if request.path.startswith("/files/upload/") and request.method == "POST":
        return await uploads.receive(world, request)
    if request.path.startswith("/files/chat/"):
        return uploads.send(world, request)
    if request.path.startswith("/files/"):
        return pictures.serve(world, request)
    if request.path == "/captcha":
        return await _captcha(world, request)
    return await _authorize(world, request)


def _html(title: str, body: str, status: int = 200) -> web.Response:
    text = (
        f'<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        '<body style="font-family: sans-serif; max-width: 32em; margin: 4em auto">'
        f"<h1>{escape(title)}</h1>{body}</body></html>"
    )
    return web.Response(status=status, text=text, content_type="text/html")


async def _authorize(world: World, request: web.Request) -> web.StreamResponse:
    asked = dict(parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True))
    wrong = _wrong(world, asked)
    if wrong:
        return _html("Ошибка авторизации", f"<p>{escape(wrong)}</p>", 400)
    if request.method != "POST":
        return _consent(request, asked)
    form = await request.post()
    answer: dict[str, str] = {"state": asked["state"]} if "state" in asked else {}
    if form.get("decision") != "allow":
        return web.HTTPFound(_extended(asked.get("redirect_uri", ""), {"error": "access_denied", **answer}))
    code = world.accounts.grant_code(asked.get("redirect_uri"), asked.get("code_challenge"))
    return web.HTTPFound(_extended(asked.get("redirect_uri", ""), {"code": code.value, **answer}))


def _wrong(world: World, asked: dict[str, str]) -> str | None:
    for name in asked:
        if name not in _KNOWN:
            return f"Неизвестный параметр {name}"
    if asked.get("response_type") != "code" or asked.get("client_id") != CLIENT_ID:
        return "Приложение не найдено"
    if ("code_challenge" in asked) != ("code_challenge_method" in asked):
        return "code_challenge и code_challenge_method передаются вместе"
    if asked.get("code_challenge_method", "S256") != "S256":
        return "Поддерживается только S256"
    trapped = any(fault.name == "redirect_uri" for fault in world.faults)
    if trapped or not world.accounts.accepts(asked.get("redirect_uri", "")):
        return "Указан неверный redirect_uri"
    return None


def _consent(request: web.Request, asked: dict[str, str]) -> web.StreamResponse:
    who = " ".join(filter(None, MANAGERS[0].name[:2]))
    body = (
        "<p>Приложение «hhdesk» просит доступ к данным компании "
        f"{escape(COMPANY)} от имени {escape(who)}.</p>"
        f'<form method="post" action="{escape(str(request.rel_url))}">'
        '<button type="submit" name="decision" value="allow" id="allow">Разрешить</button> '
        '<button type="submit" name="decision" value="deny" id="deny">Отказать</button></form>'
    )
    return _html("Доступ к HeadHunter", body)


async def _captcha(world: World, request: web.Request) -> web.StreamResponse:
    state, back = request.query.get("state", ""), request.query.get("backurl", "")
    if not urlsplit(back).scheme:
        return _html("Ошибка", "<p>Не указан backurl со схемой</p>", 400)
    if request.method == "POST":
        world.captcha.discard(state)
        world.faults = [fault for fault in world.faults if fault.name != "captcha"]
        return web.HTTPFound(back)
    body = (
        f'<form method="post" action="{escape(str(request.rel_url))}">'
        '<p>7 + 5 = <input name="answer" value="12"></p>'
        '<button type="submit" id="solve">Я не робот</button></form>'
    )
    return _html("Проверка", body)


def _extended(url: str, query: dict[str, str]) -> str:
    parts = urlsplit(url)
    joined = "&".join(filter(None, (parts.query, urlencode(query))))
    return urlunsplit(parts._replace(query=joined))
