"""Lucide icons, tinted by palette role when they are painted, so that they follow the theme."""

from __future__ import annotations

import logging
from collections import OrderedDict
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hhdesk.gui.kit.theme import Theme, load_resources
from hhdesk.gui.kit.tokens import Role

_log = logging.getLogger(__name__)
_KEPT: Final = 600
_clones: list[QIconEngine] = []
_pixmaps: OrderedDict[tuple[str, int, float, int], QPixmap] = OrderedDict()


_MISSING: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="2"><rect x="5" y="5" width="14" height="14" rx="3"/></svg>'
)


def icon(name: str, role: Role = "ink") -> QIcon:
    """The Lucide icon `name` in the colour of `role`, whatever the theme is when it is painted."""
    return QIcon(_Engine(name, role))


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon `name`, `size` logical pixels square, from the cache where it was drawn before."""
    key = (name, size, ratio, colour.rgba())
    found = _pixmaps.get(key)
    if found is None:
        found = _draw(name, size, colour, ratio)
        _pixmaps[key] = found
        if len(_pixmaps) > _KEPT:
            _pixmaps.popitem(last=False)
    else:
        _pixmaps.move_to_end(key)
    return found


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw the icon `name` square and centred in `rect`, on whole device pixels."""
    size = round(min(rect.width(), rect.height()))
    if size <= 0:
        return
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    left = round(rect.center().x() - size / 2 + 0.01)
    top = round(rect.center().y() - size / 2 + 0.01)
    painter.drawPixmap(left, top, pixmap(name, size, colour, ratio))


def known(name: str) -> bool:
    """Whether the resource has that icon."""
    load_resources()
    return QFile.exists(f":/icons/{name}.svg")


@cache
def _source(name: str) -> str:
    load_resources()
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        _log.warning("no icon %s in the resource", name)
        return _MISSING
    return bytes(file.readAll().data()).decode()


def _draw(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    stroke = "1.8" if size < 20 else "1.6"
    source = _source(name).replace("currentColor", colour.name())
    source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


class _Engine(QIconEngine):
    """Asks the theme for its colour each time, so one QIcon serves light and dark."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> QColor:
        tokens = Theme.current()
        if mode is QIcon.Mode.Disabled:
            faded = QColor(tokens.faint)
            faded.setAlphaF(0.6)
            return faded
        return tokens.role(self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, QRectF(rect), self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._colour(mode))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        logical = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, logical, self._colour(mode), scale)

    def clone(self) -> QIconEngine:
        # PySide6 does not hand the ownership of the result to Qt, which would use a freed engine. Qt clones
        # only an icon that is changed after it was copied, so next to nothing is kept here.
        made = _Engine(self._name, self._role)
        _clones.append(made)
        return made

    def key(self) -> str:
        return f"hhdesk-{self._name}-{self._role}"
