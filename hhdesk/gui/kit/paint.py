"""What several parts draw alike: rounded boxes, keycaps, badges, dots, rings."""

from __future__ import annotations

from enum import Enum
from functools import cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.theme import Theme, advance, em, mixed, type_font
from hhdesk.gui.kit.tokens import Radius, Size, Tokens, Type


class Tone(Enum):
    """What a badge means. Never by colour alone: the text says it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    AMBER = "amber"
    NO = "no"

    def colours(self, tokens: Tokens) -> tuple[QColor, QColor]:
        """Ground and ink."""
        match self:
            case Tone.ACCENT:
                return tokens.select, tokens.accent
            case Tone.OK:
                return tokens.ok_tint, tokens.ok
            case Tone.AMBER:
                return tokens.amber_tint, tokens.amber
            case Tone.NO:
                return tokens.no_tint, tokens.no
            case Tone.NEUTRAL:
                return tokens.idle, tokens.muted


BADGE_PAD: Final = 0.45
"""Space in em left and right of a badge's text."""


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies wholly inside `rect`; `radius` in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([3.0, 2.2])
        painter.setPen(pen)
        inset = width / 2
        inner = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, radius - inset, radius - inset)
    painter.restore()


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    elide: bool = False,
) -> None:
    """One line of text, vertically centred; elided at its end only when asked."""
    if elide:
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, _one_line(align), words)


@cache
def _one_line(align: Qt.AlignmentFlag) -> int:
    """Flags of one line, vertically centred. Kept: adding up Qt's flags takes as long as drawing a word."""
    flags = align | Qt.AlignmentFlag.AlignVCenter
    return flags.value | Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value


def text_width(words: str, font: QFont) -> float:
    """Width of one line in whole pixels."""
    return float(ceil(advance(words, font)))


def keycap_size(key: str) -> QSizeF:
    """Size of a keycap; empty for no key or when keycaps are switched off."""
    if not key or not Theme.instance().keycaps:
        return QSizeF(0, 0)
    font = type_font(Type.TINY, 500)
    height = round(Size.KEYCAP * em())
    return QSizeF(max(height, text_width(key, font) + round(0.6 * em())), height)


def paint_keycap(
    painter: QPainter, rect: QRectF, key: str, ink: QColor, edge: QColor, fill: QColor | None = None
) -> None:
    """A small key with its letter; thicker at its foot like a key seen from the front."""
    painter.save()
    radius = Radius.BADGE * em()
    box(painter, rect, radius, fill, edge)
    painter.setPen(QPen(edge, 1))
    foot = rect.bottom() - 1.5
    painter.drawLine(QPointF(rect.left() + radius, foot), QPointF(rect.right() - radius, foot))
    text(
        painter,
        rect.adjusted(0, 0, 0, -1),
        key,
        type_font(Type.TINY, 500),
        ink,
        Qt.AlignmentFlag.AlignHCenter,
    )
    painter.restore()


def plain_keycap(painter: QPainter, rect: QRectF, key: str) -> None:
    """A keycap on paper."""
    tokens = Theme.current()
    edge = tokens.line if not tokens.dark else tokens.rim
    paint_keycap(painter, rect, key, tokens.muted, edge, tokens.panel if not tokens.dark else tokens.page)


def badge_size(words: str, icon: str = "") -> QSizeF:
    """Size of a badge around its text."""
    unit = em()
    width = text_width(words, type_font(Type.TINY, 500)) + 2 * round(BADGE_PAD * unit)
    if icon:
        width += round(1.25 * unit)
    return QSizeF(width, round(Size.BADGE * unit))


def paint_badge(
    painter: QPainter, rect: QRectF, words: str, tone: Tone, icon: str = "", *, under: QColor | None = None
) -> None:
    """A tinted badge. Where it would melt into the ground `under` it, it takes the colour of lines."""
    tokens = Theme.current()
    ground, ink = tone.colours(tokens)
    if under is not None and ground == under:
        ground = tokens.page if tone is Tone.ACCENT else tokens.line
    box(painter, rect, Radius.BADGE * em(), ground)
    inner = rect.adjusted(round(BADGE_PAD * em()), 0, -round(BADGE_PAD * em()), 0)
    if icon:
        size = round(em())
        paint_icon(painter, icon, QRectF(inner.left() - 1, rect.center().y() - size / 2, size, size), ink)
        inner.setLeft(inner.left() + round(1.25 * em()))
    text(painter, inner, words, type_font(Type.TINY, 500), ink)


def paint_ring(
    painter: QPainter, rect: QRectF, share: float, ink: QColor, ground: QColor | None, width: float = 2.0
) -> None:
    """An arc of `share` (0 to 1) of a circle from twelve o'clock clockwise."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ground is not None:
        painter.setPen(QPen(ground, width))
        painter.drawEllipse(inner)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(inner, 90 * 16, -round(360 * 16 * max(0.0, min(1.0, share))))
    painter.restore()


def dot(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """A filled circle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
    painter.restore()


def paint_check(painter: QPainter, rect: QRectF, state: Qt.CheckState, enabled: bool = True) -> None:
    """A check box of ours in `rect`."""
    tokens = Theme.current()
    radius = 0.3 * em()
    on = state is not Qt.CheckState.Unchecked
    ground = tokens.accent if enabled else tokens.edge
    if not on:
        box(painter, rect, radius, tokens.page, tokens.edge if enabled else tokens.line)
        return
    box(painter, rect, radius, ground)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(tokens.on_accent, max(1.6, rect.width() * 0.12), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
             Qt.PenJoinStyle.RoundJoin)
    )  # fmt: skip

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y)

    if state is Qt.CheckState.PartiallyChecked:
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5))
    else:
        painter.drawPolyline([at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)])
    painter.restore()


def pressed(ground: QColor, tokens: Tokens) -> QColor:
    """`ground` while the mouse is down on it."""
    return mixed(ground, tokens.ink, 0.08)
