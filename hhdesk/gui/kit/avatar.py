"""Round pictures of people, or their initials on a tint that is always the same for them."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import dot, text
from hhdesk.gui.kit.rowdata import RowAvatar
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import AVATAR_DARK, AVATAR_LIGHT, Type


def initials(name: str) -> str:
    """First letters of the first two words: «Пчелинцев Егор» is ПЕ."""
    return "".join(word[0].upper() for word in name.split()[:2] if word)


def paint_avatar(painter: QPainter, rect: QRectF, avatar: RowAvatar) -> None:
    """Draw into the circle inside `rect`."""
    tokens = Theme.current()
    if avatar.picture is not None and not avatar.picture.isNull():
        _paint_picture(painter, rect, avatar.picture)
        return
    if avatar.icon or not avatar.initials:
        dot(painter, rect.center(), rect.width() / 2, tokens.idle)
        side = rect.width() * 0.46
        centre = rect.center()
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        paint_icon(painter, avatar.icon or "user-round", place, tokens.muted)
        return
    tints = AVATAR_DARK if tokens.dark else AVATAR_LIGHT
    ground, ink = tints[crc32((avatar.seed or avatar.initials).encode()) % len(tints)]
    dot(painter, rect.center(), rect.width() / 2, ground)
    font = QFont(type_font(Type.TINY, 600))
    # In a small circle letters are larger of it, so that they can still be read.
    font.setPixelSize(max(8, round(rect.width() * (0.35 if rect.width() > px(2.2) else 0.42))))
    text(painter, rect, avatar.initials, font, ink, Qt.AlignmentFlag.AlignHCenter)


def _paint_picture(painter: QPainter, rect: QRectF, picture: QPixmap) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addEllipse(rect)
    painter.setClipPath(path)
    side = min(picture.width(), picture.height())
    source = QRectF((picture.width() - side) / 2, (picture.height() - side) / 3, side, side)
    painter.drawPixmap(rect, picture, source)
    painter.restore()


class Avatar(QWidget):
    """An avatar on its own, `size` em wide."""

    def __init__(self, avatar: RowAvatar, size: float = 3.9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = avatar
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.instance().changed.connect(self.update)

    def set_avatar(self, avatar: RowAvatar) -> None:
        self._avatar = avatar
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._avatar)
