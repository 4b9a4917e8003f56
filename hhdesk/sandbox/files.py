"""Resume files: a real PDF with Cyrillic letters, and RTF."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from hhdesk.sandbox import careers
from hhdesk.sandbox.resume_view import hidden_fields, name_of
from hhdesk.sandbox.world import World

FONTS = (
    Path(__file__).resolve().parent / "data" / "GolosText_400Regular.ttf",
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
)


def lines(world: World, index: int, contacts: bool) -> list[tuple[str, str]]:
    """The text of a resume as (kind, text); kinds are title, head and text."""
    card, today = world.card(index), world.now.date()
    name = name_of(world, index)
    shown = contacts and "names_and_photo" not in hidden_fields(card)
    found = [("title", " ".join(filter(None, name)) if shown else card.title)]
    if contacts and not hidden_fields(card):
        reach = careers.contacts(world.seed, card, name)
        found.append(("text", f"+{reach.phone}, {reach.email}"))
    if card.age_known:
        found.append(("text", f"Возраст: {card.age}"))
    found.append(("head", card.title))
    if card.salary:
        found.append(("text", f"Желаемая зарплата: {card.salary} ₽"))
    found.append(("head", "Опыт работы"))
    for job in careers.jobs(world.seed, card, today):
        until = job.end.strftime("%m.%Y") if job.end else "настоящее время"
        found.append(("text", f"{job.start:%m.%Y} — {until}: {job.company}, {job.position}"))
        found.append(("text", job.text.replace("\n", " ")))
    found.append(("head", "Образование"))
    found += [("text", f"{s.name}, {s.faculty}, {s.year}") for s in careers.schools(card, today)]
    found += [("head", "Навыки"), ("text", ", ".join(card.skills))]
    about = careers.about(world.seed, card)
    return found + ([("head", "Обо мне"), ("text", about)] if about else [])


@lru_cache(maxsize=1)
def _font() -> str | None:
    return next((str(path) for path in FONTS if path.is_file()), None)


def pdf(world: World, index: int, contacts: bool) -> bytes:
    """The resume as PDF."""
    from fpdf import FPDF

    document = FPDF()
    document.set_creation_date(world.now)
    font = _font()
    if font:
        document.add_font("sandbox", fname=font)
    document.add_page()
    for kind, text in lines(world, index, contacts):
        document.set_font("sandbox" if font else "helvetica", size={"title": 20, "head": 14}.get(kind, 10))
        document.multi_cell(0, {"title": 11, "head": 9}.get(kind, 5.5),
        text if font else text.encode("ascii", "replace").decode(),
                            new_x="LMARGIN", new_y="NEXT")  # fmt: skip
    out = BytesIO()
    document.output(out)
    return out.getvalue()


def rtf(world: World, index: int, contacts: bool) -> bytes:
    """The resume as RTF, its Cyrillic as escapes."""
    body = "".join(
        rf"\pard\fs{ {'title': 40, 'head': 28}.get(kind, 20) } {_escaped(text)}\par" + "\n"
        for kind, text in lines(world, index, contacts)
    )
    return (r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}" + "\n" + body + "}").encode("ascii")


def _escaped(text: str) -> str:
    out = []
    for letter in text:
        if letter in "\\{}":
            out.append("\\" + letter)
        elif letter.isascii():
            out.append(letter)
        else:
            code = ord(letter)
            out.append(f"\\u{code - 65536 if code > 32767 else code}?")
    return "".join(out)
