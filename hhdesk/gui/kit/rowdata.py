"""What one row of a list shows, as plain values that models make and the delegate paints."""

from __future__ import annotations

from enum import Enum, IntEnum, auto
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from hhdesk.gui.kit.paint import Tone


class Role(IntEnum):
    """Data roles of our own models."""

    CONTENT = Qt.ItemDataRole.UserRole + 1
    """RowContent of the row."""
    ID = Qt.ItemDataRole.UserRole + 2
    """Stable id of the row, str."""
    ITEM = Qt.ItemDataRole.UserRole + 3
    """The value behind the row."""
    SORT = Qt.ItemDataRole.UserRole + 4


class Density(Enum):
    """How much of a person a row shows."""

    ROOMY = 4.9
    MEDIUM = 3.4
    DENSE = 2.0


class Mark(Enum):
    """What stands in the gutter when the row is not unread."""

    NONE = ""
    STAR = "star"
    GHOST = "ghost"
    WARNING = "triangle-alert"
    PIN = "pin"


class Ink(Enum):
    """How a piece of text is written."""

    TITLE = auto()
    """600 while unread, 400 once seen."""
    STRONG = auto()
    PLAIN = auto()
    QUIET = auto()
    ACCENT = auto()
    OK = auto()
    AMBER = auto()
    NO = auto()


class RowBadge(Struct, frozen=True):
    """A badge; `icon` is a Lucide name."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


class RowLine(Struct, frozen=True):
    """One line: the left text is elided when it must, the right one and badges never."""

    left: str = ""
    right: str = ""
    left_ink: Ink | None = None
    """None: by the line's place."""
    right_ink: Ink | None = None
    badges: tuple[RowBadge, ...] = ()
    icons: tuple[str, ...] = ()
    """Lucide names at the far right."""
    left_icon: str = ""
    """Lucide name before the left text."""
    key: str = ""
    """The key that does what the right text says; drawn after it."""
    marks: tuple[tuple[int, int], ...] = ()
    """Found words in `left`: start and length."""


class Cell(Struct, frozen=True):
    """One column of a dense row, in the order of the delegate's columns."""

    text: str = ""
    ink: Ink | None = None
    badge: RowBadge | None = None
    icon: str = ""


class RowAvatar(Struct, frozen=True):
    """A person's round picture: `picture`, else `icon`, else initials on a tint hashed from `seed`."""

    initials: str = ""
    seed: str = ""
    picture: QPixmap | None = None
    icon: str = ""


class RowKind(Enum):
    """Rows that are no people."""

    PERSON = auto()
    GROUP = auto()
    SKELETON = auto()


class RowContent(Struct, frozen=True):
    """All that the delegate needs. Equal contents are not painted anew."""

    id: str
    lines: tuple[RowLine, ...] = ()
    """ROOMY: all of them. The first is the title."""
    sentence: str = ""
    """What a screen reader says; made of the lines when empty."""
    unread: bool = False
    mark: Mark = Mark.NONE
    avatar: RowAvatar | None = None
    pair: tuple[RowLine, ...] = ()
    """MEDIUM; the first two lines when empty."""
    cells: tuple[Cell, ...] = ()
    """DENSE; made of title, second line, pay when empty."""
    kind: RowKind = RowKind.PERSON
    faded: bool = False
    """Waiting, unreadable, or no longer there: written in faint."""

    def lines_for(self, density: Density) -> tuple[RowLine, ...]:
        """The lines of a density that shows lines."""
        if density is Density.MEDIUM:
            return self.pair or self.lines[:2]
        return self.lines

    def cells_or_made(self) -> tuple[Cell, ...]:
        """Cells as given, or made of the lines."""
        if self.cells or not self.lines:
            return self.cells
        second = self.lines[1].left if len(self.lines) > 1 else ""
        return (
            Cell(self.lines[0].left, Ink.TITLE),
            Cell(second, Ink.QUIET),
            Cell(self.lines[0].right, Ink.STRONG),
        )

    def spoken(self) -> str:
        """One sentence for a screen reader."""
        if self.sentence:
            return self.sentence
        words = [
            part for line in self.lines for part in (line.left, line.right, *(b.text for b in line.badges))
        ]
        words = words or [cell.text for cell in self.cells]
        return ", ".join(part for part in words if part)

    def whole(self) -> str:
        """Everything of it as lines of text, for the tool tip."""
        rows = ["  ".join(part for part in (line.left, line.right) if part) for line in self.lines]
        return "\n".join(row for row in rows if row) or self.spoken()


class Column(Struct, frozen=True):
    """A column of dense rows. `width` in em; 0 shares what is left by `stretch`."""

    key: str
    title: str
    width: float = 0.0
    stretch: float = 1.0
    right: bool = False
    drop: int = 0
    """When there is no room, the highest goes first; 0 stays always."""
    sortable: bool = False


_LEAST_STRETCH: Final = 9.0
"""Em that a sharing column keeps before others are dropped."""


def fit(
    columns: tuple[Column, ...], width: float, unit: float, gap: float
) -> list[tuple[float, float] | None]:
    """Left edge and width in pixels of every column in `width` pixels; None for those dropped."""
    kept = list(columns)

    def need() -> float:
        return sum((c.width or _LEAST_STRETCH * c.stretch) * unit for c in kept) + gap * (len(kept) - 1)

    while need() > width and any(column.drop for column in kept):
        kept.remove(max(kept, key=lambda column: column.drop))
    fixed = sum(column.width * unit for column in kept) + gap * (len(kept) - 1)
    shares = sum(column.stretch for column in kept if not column.width) or 1.0
    left = max(0.0, width - fixed)
    placed: list[tuple[float, float] | None] = []
    x = 0.0
    for column in columns:
        if column not in kept:
            placed.append(None)
            continue
        wide = column.width * unit if column.width else left * column.stretch / shares
        placed.append((x, wide))
        x += wide + gap
    return placed


def skeleton(number: int) -> RowContent:
    """A row that stands for one still on its way."""
    return RowContent(f"skeleton-{number}", kind=RowKind.SKELETON)


def group(row_id: str, title: str, count: str = "") -> RowContent:
    """A header over the rows that follow."""
    return RowContent(row_id, (RowLine(title, count),), kind=RowKind.GROUP)


def seen(content: RowContent) -> RowContent:
    """The same row after it was opened."""
    return replace(content, unread=False)
