"""Photos of people and the company's logo, drawn on demand."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from aiohttp import web

from hhdesk.sandbox.dice import Dice
from hhdesk.sandbox.world import World

_SKIN = ((241, 205, 178), (224, 180, 150), (250, 222, 200), (196, 150, 120))
_HAIR = ((60, 42, 30), (110, 75, 45), (205, 170, 110), (35, 30, 30), (150, 70, 40))
_BACK = ((214, 227, 238), (227, 222, 236), (218, 234, 222), (240, 230, 214))


def photo_url(world: World, index: int, size: int) -> str:
    """The path of a photo; it is good until the epoch changes (``POST /_sandbox/set`` ``expire_urls``)."""
    return (
        f"/files/photo/{world.resume_id(index)}/{size}.{'png' if index % 2 else 'jpg'}?e={world.photo_epoch}"
    )


def serve(world: World, request: web.Request) -> web.StreamResponse:
    """A picture, or 404 when its address has expired."""
    parts = request.path.strip("/").split("/")
    if len(parts) == 3 and parts[1] == "logo":
        return web.Response(body=_logo(240), content_type="image/png")
    index = world.resume_index(parts[2]) if len(parts) == 4 and parts[1] == "photo" else None
    if index is None or request.query.get("e") != str(world.photo_epoch):
        return web.Response(status=404, text="not found")
    size = int(parts[3].split(".")[0])
    kind = "PNG" if parts[3].endswith("png") else "JPEG"
    return web.Response(
        body=_portrait(world.seed, world.card(index).person, world.card(index).woman, min(size, 500), kind),
        content_type="image/png" if kind == "PNG" else "image/jpeg",
    )


@lru_cache(maxsize=200)
def _portrait(seed: int, person: int, woman: bool, size: int, kind: str) -> bytes:
    from PIL import Image, ImageDraw

    dice = Dice(seed, person, 41)
    big = 200
    image = Image.new("RGB", (big, big), dice.pick(_BACK))
    draw = ImageDraw.Draw(image)
    hair, skin, cloth = dice.pick(_HAIR), dice.pick(_SKIN), tuple(dice.between(40, 190) for _ in range(3))
    if woman:
        draw.ellipse((52, 30, 148, 172), fill=hair)
    draw.ellipse((30, 150, 170, 290), fill=cloth)
    draw.rectangle((86, 120, 114, 165), fill=skin)
    draw.ellipse((62, 42, 138, 140), fill=skin)
    draw.pieslice((58, 32, 142, 120), 180, 360, fill=hair)
    for x in (84, 116):
        draw.ellipse((x - 4, 84, x + 4, 92), fill=(50, 45, 45))
    draw.arc((86, 98, 114, 122), 20, 160, fill=(150, 70, 70), width=3)
    out = BytesIO()
    image.resize((size, size)).save(out, kind)
    return out.getvalue()


@lru_cache(maxsize=2)
def _logo(size: int) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (size, size), (38, 92, 140))
    draw = ImageDraw.Draw(image)
    for row in range(3):
        draw.arc((size // 6, size // 5 + row * size // 5, size * 5 // 6, size // 2 + row * size // 5), 200,
        340,
                 fill=(255, 255, 255), width=size // 20)  # fmt: skip
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
