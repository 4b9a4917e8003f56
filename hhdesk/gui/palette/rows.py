"""The list of the palette: a heading over each kind, one line for each hit."""

from __future__ import annotations

from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import keycap_size, plain_keycap, text, text_width
from hhdesk.gui.kit.theme import Theme, px, type_font
from hhdesk.gui.kit.tokens import Role, Type
from hhdesk.gui.palette.hits import Hit, Kind, Marks

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 2.65
_HEADING: Final = 2.1


class HitsModel(QAbstractListModel):
    """Hits under the headings of their kinds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Hit | Kind] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Show these, by kind."""
        self.beginResetModel()
        self._rows = []
        for kind in Kind:
            of_kind = [hit for hit in hits if hit.kind is kind]
            if of_kind:
                self._rows += [kind, *of_kind]
        self.endResetModel()

    def row(self, place: int) -> Hit | Kind | None:
        """What stands in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """The row of a hit, -1 where it is not."""
        found = (place for place, row in enumerate(self._rows) if isinstance(row, Hit) and row.key == key)
        return next(found, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Headings and hits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen reader; the delegate asks `row`."""
        row = self.row(index.row())
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Kind):
            return row.words
        return ", ".join(part for part in (row.title, row.detail, row.cap) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are no choice."""
        if isinstance(self.row(index.row()), Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class HitsDelegate(QStyledItemDelegate):
    """Icon, title, quiet words behind it, the key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are lower."""
        model = index.model()
        heading = isinstance(model, HitsModel) and isinstance(model.row(index.row()), Kind)
        return QSize(px(20), px(_HEADING if heading else _ROW))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """One row."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, HitsModel) else None
        rect = QRectF(option.rect)
        tokens = Theme.current()
        painter.save()
        if isinstance(row, Kind):
            inner = rect.adjusted(px(1.1), px(0.2), 0, 0)
            text(painter, inner, row.words, type_font(Type.SMALL, 500), tokens.muted)
        elif isinstance(row, Hit):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            if selected:
                painter.fillRect(rect, tokens.select)
            self._paint_hit(painter, rect, row, selected)
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRectF, hit: Hit, selected: bool) -> None:
        side = px(1.2)
        ink: Role = "accent" if selected else "muted"
        icon = QRectF(rect.left() + px(1.05), rect.center().y() - side / 2, side, side)
        paint_icon(painter, hit.icon, icon, Theme.current().role(ink))
        right = rect.right() - px(1.1)
        cap = hit.cap or ("Enter" if selected else "")
        size = keycap_size(cap)
        if not size.isEmpty():
            top = round(rect.center().y() - size.height() / 2)
            plain_keycap(painter, QRectF(right - size.width(), top, size.width(), size.height()), cap)
            right -= size.width() + px(0.6)
        room = QRectF(rect.left() + px(2.95), rect.top(), 0, rect.height())
        room.setRight(right)
        title = _Piece(hit.title, hit.title_marks, type_font(Type.BODY), "ink")
        room.setLeft(title.paint(painter, room) + px(0.8))
        if hit.detail and room.width() > px(4):
            _Piece(hit.detail, hit.detail_marks, type_font(Type.SMALL), "muted").paint(painter, room)


class _Piece(Struct, frozen=True):
    """Words with their found parts marked."""

    words: str
    marks: Marks
    font: QFont
    ink: Role

    def paint(self, painter: QPainter, room: QRectF) -> float:
        """Draw at the left of `room`; returns where it ends."""
        tokens = Theme.current()
        metrics = QFontMetricsF(self.font)
        width = min(text_width(self.words, self.font), max(0.0, room.width()))
        for start, length in self.marks:
            before = metrics.horizontalAdvance(self.words[:start])
            wide = metrics.horizontalAdvance(self.words[: start + length]) - before
            if before + wide <= width:
                high = metrics.height()
                place = QRectF(room.left() + before, room.center().y() - high / 2, wide, high)
                painter.fillRect(place, tokens.mark)
        place = QRectF(room.left(), room.top(), width + 1, room.height())
        text(painter, place, self.words, self.font, tokens.role(self.ink), elide=True)
        return room.left() + width


class HitsView(QListView):
    """Never has the keyboard: the field above moves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteRows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(HitsDelegate(self))
        self.hits = HitsModel(self)
        self.setModel(self.hits)
        Theme.instance().surface(self.viewport(), "raised")

    def current(self) -> Hit | None:
        """The chosen hit."""
        row = self.hits.row(self.currentIndex().row())
        return row if isinstance(row, Hit) else None

    def step(self, by: int) -> None:
        """Go to the next hit up or down, over headings, around the ends."""
        count = self.hits.rowCount()
        place = self.currentIndex().row()
        for _ in range(count):
            place = (place + by) % count
            if isinstance(self.hits.row(place), Hit):
                self.setCurrentIndex(self.hits.index(place))
                return

    def choose(self, key: str) -> None:
        """Go to a hit, else to the first."""
        place = self.hits.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.hits.index(place))
        else:
            self.setCurrentIndex(QModelIndex())
            self.step(1)

    def wanted_height(self) -> int:
        """As high as all rows."""
        return sum(
            px(_HEADING if isinstance(self.hits.row(place), Kind) else _ROW)
            for place in range(self.hits.rowCount())
        )
