"""Files for chats: a link that expires, the upload behind it with the token, and the file again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from hhdesk.sandbox.world import World

MAX_SIZE = 20 * 1024 * 1024
TYPES = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n", "application/pdf": b"%PDF-"}
"""Accepted types with the bytes that such a file begins with."""


@dataclass(slots=True)
class Upload:
    """A file that was sent to a link."""

    id: str
    name: str
    content_type: str
    content: bytes


def new_link(world: World) -> str:
    """The path of a fresh upload link."""
    state = uuid.uuid4().hex
    world.upload_links.add(state)
    return f"/files/upload/{state}"


async def receive(world: World, request: web.Request) -> web.Response:
    """The upload: 403 in HTML without a token, 400 for a spent link or an unfit file."""
    token = world.accounts.tokens.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
    if token is None or token.revoked or token.expired:
        text = "<html><title>403: Forbidden</title><body>403: Forbidden</body></html>"
        return web.Response(status=403, text=text, content_type="text/html")
    state = request.path.rpartition("/")[2]
    if state not in world.upload_links:
        return _refused("state")
    form = await request.post()
    field = form.get("file")
    if not isinstance(field, web.FileField):
        return _refused("file")
    content = field.file.read()
    begins = TYPES.get(field.content_type)
    if begins is None or not content.startswith(begins) or len(content) > MAX_SIZE:
        return _refused("file")
    world.upload_links.discard(state)
    upload = Upload(str(uuid.uuid4()), field.filename, field.content_type, content)
    world.uploads[upload.id] = upload
    return web.json_response({"upload_id": upload.id})


def send(world: World, request: web.Request) -> web.Response:
    """A file of a chat."""
    upload = world.uploads.get(request.path.rpartition("/")[2])
    if upload is None:
        return web.Response(status=404, text="not found")
    return web.Response(body=upload.content, content_type=upload.content_type)


def _refused(value: str) -> web.Response:
    return web.json_response({"errors": [{"type": "bad_argument", "value": value}]}, status=400)
