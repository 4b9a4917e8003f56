"""Where everything of one row stands: measured once per content, width, density and font."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, field
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import badge_size, keycap_size, paint_badge, plain_keycap
from hhdesk.gui.kit.rowdata import Cell, Column, Density, Ink, Role, RowBadge, RowContent, RowLine, fit
from hhdesk.gui.kit.theme import Theme, em, px, type_font
from hhdesk.gui.kit.tokens import Role as ColourRole
from hhdesk.gui.kit.tokens import Size, Type

__all__ = ["Laid", "Place", "Role", "lay_out"]

_COLOURS: dict[Ink, ColourRole] = {
    Ink.TITLE: "ink", Ink.STRONG: "ink", Ink.PLAIN: "ink", Ink.QUIET: "faint",
    Ink.ACCENT: "accent", Ink.OK: "ok", Ink.AMBER: "amber", Ink.NO: "no",
}  # fmt: skip


class Place(Struct, frozen=True):
    """Where the text of a row begins and how wide it is, in pixels from the row's corner."""

    left: float
    width: float
    height: float


class Laid(Struct):
    """One row, measured: painting it is drawing these."""

    content: RowContent
    texts: list[tuple[QTextLayout, QPointF, ColourRole]] = field(default_factory=list)
    badges: list[tuple[QRectF, RowBadge]] = field(default_factory=list)
    icons: list[tuple[QRectF, str, ColourRole]] = field(default_factory=list)
    keycaps: list[tuple[QRectF, str]] = field(default_factory=list)
    title_middle: float = 0.0
    elided: bool = False
    """Whether something did not fit, so that the tool tip has something to add."""

    def paint(self, painter: QPainter, at: QPointF, under: QColor | None = None) -> None:
        """Draw with the row's corner at `at` on a ground of colour `under`."""
        tokens = Theme.current()
        for layout, place, role in self.texts:
            painter.setPen(tokens.role("faint" if self.content.faded else role))
            layout.draw(painter, at + place)
        for rect, badge in self.badges:
            paint_badge(painter, rect.translated(at), badge.text, badge.tone, badge.icon, under=under)
        for rect, key in self.keycaps:
            plain_keycap(painter, rect.translated(at), key)
        for rect, name, role in self.icons:
            paint_icon(painter, name, rect.translated(at), tokens.role(role))


def lay_out(content: RowContent, density: Density, place: Place, columns: tuple[Column, ...]) -> Laid:
    """Measure a person's row."""
    laid = Laid(content)
    if density is Density.DENSE:
        laid.title_middle = place.height / 2
        _lay_cells(laid, content, place, columns)
    else:
        _lay_lines(laid, content, density, place)
    return laid


def _lay_lines(laid: Laid, content: RowContent, density: Density, place: Place) -> None:
    lines = content.lines_for(density)
    unit = em()
    first, other = round(1.38 * unit), round(1.32 * unit)
    total = first + other * (len(lines) - 1)
    y = round((place.height - 1 - total) / 2)
    for number, line in enumerate(lines):
        height = first if number == 0 else other
        if number == 0:
            laid.title_middle = place.height / 2 if density is Density.MEDIUM else y + height / 2
        _lay_line(laid, content, number, line, QRectF(place.left, y, place.width, height))
        y += height


def _lay_line(laid: Laid, content: RowContent, number: int, line: RowLine, rect: QRectF) -> None:
    """From the right: icons, key, right text, badges; what is left belongs to the left text."""
    right = rect.right()
    gap = px(0.6)
    size = px(1.15)
    for name in reversed(line.icons):
        laid.icons.append((QRectF(right - size, rect.center().y() - size / 2, size, size), name, "muted"))
        right -= size + px(0.45)
    cap = keycap_size(line.key)
    if not cap.isEmpty():
        top = round(rect.center().y() - cap.height() / 2)
        laid.keycaps.append((QRectF(right - cap.width(), top, cap.width(), cap.height()), line.key))
        right -= cap.width() + px(0.45)
    if line.right:
        ink = line.right_ink or (Ink.STRONG if number == 0 else Ink.QUIET)
        strong = Ink.STRONG if ink is Ink.ACCENT and number == 0 else ink
        font = _font(strong, content.unread, big=number == 0 and ink is Ink.STRONG)
        layout, wide = _text(line.right, font)
        laid.texts.append((layout, QPointF(right - wide, _top(rect, layout)), _COLOURS[ink]))
        right -= wide + gap
    for badge in reversed(line.badges):
        measured = badge_size(badge.text, badge.icon)
        top = round(rect.center().y() - measured.height() / 2)
        laid.badges.append(
            (QRectF(right - measured.width(), top, measured.width(), measured.height()), badge)
        )
        right -= measured.width() + gap
    if line.left_icon:
        side = px(1.0)
        laid.icons.append(
            (QRectF(rect.left(), rect.center().y() - side / 2, side, side), line.left_icon, "muted")
        )
        rect.setLeft(rect.left() + side + px(0.3))
    if line.left:
        ink = line.left_ink or (Ink.TITLE if number == 0 else Ink.PLAIN if number == 1 else Ink.QUIET)
        font = _font(ink, content.unread, big=number == 0)
        layout, _ = _text(line.left, font, right - rect.left(), line.marks, laid)
        role: ColourRole = "muted" if ink is Ink.QUIET else _COLOURS[ink]
        laid.texts.append((layout, QPointF(rect.left(), _top(rect, layout)), role))


def _lay_cells(laid: Laid, content: RowContent, place: Place, columns: tuple[Column, ...]) -> None:
    cells = content.cells_or_made()
    if not columns:
        columns = _columns_for(cells)
    spots = fit(columns, place.width, em(), px(0.75))
    for number, (cell, column, spot) in enumerate(zip(cells, columns, spots, strict=False)):
        if spot is not None:
            rect = QRectF(place.left + spot[0], 0, spot[1], place.height - 1)
            _lay_cell(laid, content, number, cell, column, rect)


def _columns_for(cells: tuple[Cell, ...]) -> tuple[Column, ...]:
    """Columns for a list without a header: the last at the right, the first the widest."""
    last = len(cells) - 1
    return tuple(
        Column(str(place), "", width=7.5 if place == last > 0 else 0, stretch=2 if place == 0 else 1,
               right=place == last > 0)
        for place in range(len(cells))
    )  # fmt: skip


def _lay_cell(laid: Laid, content: RowContent, number: int, cell: Cell, column: Column, rect: QRectF) -> None:
    left = rect.left()
    if cell.icon:
        size = px(1.15)
        laid.icons.append((QRectF(left, rect.center().y() - size / 2, size, size), cell.icon, "muted"))
        left += size + px(0.45)
    if cell.badge is not None:
        measured = badge_size(cell.badge.text, cell.badge.icon)
        top = round(rect.center().y() - measured.height() / 2)
        if column.right and not cell.text:
            left = rect.right() - measured.width()
        laid.badges.append((QRectF(left, top, measured.width(), measured.height()), cell.badge))
        left += measured.width() + px(0.45)
    if cell.text:
        ink = cell.ink or (Ink.TITLE if number == 0 else Ink.QUIET)
        # Numbers in accent are what calls for the person: they are as strong as in the tree.
        font = _font(Ink.STRONG if ink is Ink.ACCENT else ink, content.unread, big=number == 0)
        layout, wide = _text(cell.text, font, rect.right() - left, (), laid)
        x = rect.right() - wide if column.right else left
        role: ColourRole = "muted" if ink is Ink.QUIET else _COLOURS[ink]
        laid.texts.append((layout, QPointF(x, _top(rect, layout)), role))


def _font(ink: Ink, unread: bool, big: bool) -> QFont:
    weight = 600 if ink is Ink.STRONG or (ink is Ink.TITLE and unread) else 400
    return type_font(Type.BODY if big else Type.SMALL, weight)


def _top(rect: QRectF, layout: QTextLayout) -> float:
    return round(rect.center().y() - layout.boundingRect().height() / 2)


def _text(
    words: str,
    font: QFont,
    width: float | None = None,
    marks: tuple[tuple[int, int], ...] = (),
    laid: Laid | None = None,
) -> tuple[QTextLayout, float]:
    """One line of shaped text and its width; elided to `width` pixels where that is given."""
    layout, wide = _shaped(words, font, marks)
    if width is None or wide <= width:
        return layout, wide
    if laid is not None:
        laid.elided = True
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, width))
    return _shaped(shown, font, marks)


def _shaped(words: str, font: QFont, marks: tuple[tuple[int, int], ...]) -> tuple[QTextLayout, float]:
    layout = QTextLayout(words, font)
    layout.setCacheEnabled(True)
    layout.setTextOption(_one_line())
    if marks:
        layout.setFormats(_formats(marks, len(words)))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return layout, line.naturalTextWidth()


@cache
def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _formats(marks: tuple[tuple[int, int], ...], length: int) -> list[QTextLayout.FormatRange]:
    made = []
    for start, extent in marks:
        if start < length:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, min(extent, length - start)
            look = QTextCharFormat()
            look.setBackground(Theme.current().mark)
            one.format = look
            made.append(one)
    return made


GUTTERS: dict[Density, float] = {Density.ROOMY: Size.GUTTER, Density.MEDIUM: 2.2, Density.DENSE: 2.2}
"""Width of the gutter in em."""
