"""Resume files: a real PDF with Cyrillic letters, and RTF."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hhdesk.sandbox import careers
from hhdesk.sandbox.resume_view import hidden_fields, name_of
from hhdesk.sandbox.world import World

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS = (
    Path(__file__).resolve().parent / "data" / "GolosText_400Regular.ttf",
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
)
_EDGE: Final = 18
_YEARS: Final = 44
"""Millimetres: margins, and the column of years."""
_INK: Final = (30, 29, 27)
_QUIET: Final = (105, 101, 94)
_RULE: Final = (225, 223, 218)


class Line(NamedTuple):
    """A line of a resume; `kind` is one of title, quiet, head, post, entry and text."""

    kind: str
    text: str
    beside: str = ""
    """What stands in the other column: years of an entry, pay of a post."""


def lines(world: World, index: int, contacts: bool) -> list[Line]:
    """The text of a resume, line after line."""
    card, today = world.card(index), world.now.date()
    name = name_of(world, index)
    shown = contacts and "names_and_photo" not in hidden_fields(card)
    found = [Line("title", " ".join(filter(None, name)) if shown else card.title)]
    if card.age_known:
        found.append(Line("quiet", f"Возраст: {card.age}"))
    if contacts and not hidden_fields(card):
        reach = careers.contacts(world.seed, card, name)
        found.append(Line("text", f"+{reach.phone}, {reach.email}"))
    pay = f"{card.salary:,} ₽".replace(",", "\u00a0") if card.salary else ""
    found += [Line("head", "Желаемая должность и зарплата"), Line("post", card.title, pay)]
    found.append(Line("head", "Опыт работы"))
    for job in careers.jobs(world.seed, card, today):
        until = job.end.strftime("%m.%Y") if job.end else "настоящее время"
        found.append(Line("entry", job.company, f"{job.start:%m.%Y} — {until}"))
        found += [Line("quiet", job.position), *(Line("text", text) for text in job.text.split("\n"))]
    found.append(Line("head", "Образование"))
    for school in careers.schools(card, today):
        found += [Line("entry", school.name, str(school.year)), Line("quiet", school.faculty)]
    found += [Line("head", "Навыки"), Line("text", ", ".join(card.skills))]
    about = careers.about(world.seed, card)
    return found + ([Line("head", "Обо мне"), Line("text", about)] if about else [])


@lru_cache(maxsize=1)
def _font() -> str | None:
    return next((str(path) for path in FONTS if path.is_file()), None)


def pdf(world: World, index: int, contacts: bool) -> bytes:
    """The resume as PDF."""
    from fpdf import FPDF

    document = FPDF()
    document.set_creation_date(world.now)
    document.set_margins(_EDGE, _EDGE)
    document.set_auto_page_break(True, _EDGE)
    font = _font()
    if font:
        document.add_font("sandbox", fname=font)
    document.add_page()
    paper = _Paper(document, "sandbox" if font else "helvetica")
    for line in lines(world, index, contacts):
        paper.write(line if font else Line(line.kind, *(_latin(text) for text in line[1:])))
    out = BytesIO()
    document.output(out)
    return out.getvalue()


def _latin(text: str) -> str:
    return text.encode("ascii", "replace").decode()


class _Paper:
    """Sets lines on pages: years at the left, what was done then at the right, as hh.ru's files do."""

    def __init__(self, document: FPDF, font: str) -> None:
        self._document, self._font = document, font

    def write(self, line: Line) -> None:
        match line.kind:
            case "title":
                self._set(line.text, 20, 10, strong=True)
            case "head":
                self._head(line.text)
            case "post":
                top = self._document.get_y()
                self._set(line.text, 13, 7, strong=True)
                below = self._document.get_y()
                if line.beside:
                    self._document.set_y(top)
                    self._set(line.beside, 13, 7, strong=True, align="R")
                    self._document.set_y(max(below, self._document.get_y()))
            case "entry":
                self._entry(line)
            case _:
                self._set(line.text, 10, 5.5, quiet=line.kind == "quiet")

    def _head(self, words: str) -> None:
        document = self._document
        document.set_left_margin(_EDGE)
        document.ln(4)
        self._set(words, 9, 6, quiet=True)
        document.set_draw_color(*_RULE)
        document.line(_EDGE, document.get_y(), document.w - _EDGE, document.get_y())
        document.ln(2.5)

    def _entry(self, line: Line) -> None:
        document = self._document
        document.set_left_margin(_EDGE)
        document.ln(1.5)
        if document.will_page_break(24):
            document.add_page()
        top = document.get_y()
        self._set(line.beside, 10, 5.5, quiet=True, width=_YEARS - 4)
        document.set_left_margin(_EDGE + _YEARS)
        document.set_xy(_EDGE + _YEARS, top)
        self._set(line.text, 10.5, 5.5, strong=True)

    def _set(
        self,
        text: str,
        size: float,
        height: float,
        *,
        strong: bool = False,
        quiet: bool = False,
        align: str = "L",
        width: float = 0,
    ) -> None:
        """One weight of the font is here: outlined letters stand for the stronger one."""
        document = self._document
        ink = _QUIET if quiet else _INK
        document.set_font(self._font, size=size)
        document.set_text_color(*ink)
        with document.local_context(
            text_mode="FILL_STROKE" if strong else "FILL", line_width=0.02 * size, draw_color=ink
        ):
            document.multi_cell(width, height, text, align=align, new_x="LMARGIN", new_y="NEXT")


def rtf(world: World, index: int, contacts: bool) -> bytes:
    """The resume as RTF, its Cyrillic as escapes."""
    body = "".join(
        rf"\pard\fs{ {'title': 40, 'head': 28}.get(kind, 20) } "
        + _escaped(f"{beside}: {text}" if beside else text)
        + r"\par"
        + "\n"
        for kind, text, beside in lines(world, index, contacts)
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
