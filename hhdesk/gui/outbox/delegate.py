"""Rows of the outbox: the sign of an entry's state in a wide gutter, a ring while it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.gui.kit.icons import paint_icon
from hhdesk.gui.kit.paint import paint_ring
from hhdesk.gui.kit.rowdata import Density, RowContent
from hhdesk.gui.kit.rowdelegate import Index, RowDelegate
from hhdesk.gui.kit.rowlayout import Laid
from hhdesk.gui.kit.rowsmodel import RowsModel
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Role
from hhdesk.gui.outbox.rows import Held, held

_TEXT: Final = 2.9
"""Em left of the words."""
_SIGNS: Final[dict[OutboxState, tuple[str, Role]]] = {
    OutboxState.REFUSED: ("circle-x", "no"),
    OutboxState.UNKNOWN: ("circle-help", "amber"),
    OutboxState.SETTLED: ("check", "ok"),
    OutboxState.TAKEN_BACK: ("undo-2", "muted"),
}


class OutboxDelegate(RowDelegate):
    """The kit's rows with a sign of our own. A click on the words at the right takes a waiting entry back."""

    take_back = Signal(int)

    def __init__(
        self, view: QAbstractItemView, now: Callable[[], datetime], online: Callable[[], bool]
    ) -> None:
        super().__init__(view, Density.ROOMY)
        self._now, self._online = now, online

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: Any, index: Index) -> bool:
        """Take back by a click on the words that say so."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            entry = self._entry(index)
            zone = QRectF(option.rect).adjusted(option.rect.width() - px(8), px(1.7), 0, -px(1.6))
            if entry is not None and entry.state is OutboxState.WAITING and zone.contains(event.position()):
                self.take_back.emit(entry.id)
                return True
        return super().editorEvent(event, model, option, index)

    def _text_left(self) -> float:
        return px(_TEXT)

    def _paint_before(
        self, painter: QPainter, rect: QRectF, content: RowContent, laid: Laid, ticked: bool
    ) -> None:
        """The sign in place of the kit's unread dot."""
        entry = self._shown(content.id)
        if entry is None:
            return
        tokens = Theme.current()
        side = px(1.25)
        place = QRectF(rect.left() + px(0.9), rect.top() + laid.title_middle - side / 2, side, side)
        if entry.state in _SIGNS:
            name, role = _SIGNS[entry.state]
            paint_icon(painter, name, place, tokens.role(role))
        elif entry.state is OutboxState.SENDING:
            paint_ring(painter, place, 0.3, tokens.accent, tokens.badge)
        elif entry.is_in_hand:
            paint_icon(painter, "notebook-pen", place, tokens.amber)
        elif (reason := held(entry, online=self._online())) is not None:
            name = "wifi-off" if reason is Held.CONNECTION else "clock"
            paint_icon(painter, name, place, tokens.amber)
        elif self._left(entry) > 3600:
            paint_icon(painter, "clock", place, tokens.muted)
        else:
            paint_ring(painter, place, self._share(entry), tokens.accent, tokens.badge)

    def _shown(self, row_id: str) -> OutboxEntry | None:
        model = self._view.model()
        if not isinstance(model, RowsModel):
            return None
        item = model.item(model.index_of(row_id))
        return item if isinstance(item, OutboxEntry) else None

    def _entry(self, index: Index) -> OutboxEntry | None:
        model = index.model()
        item = model.item(index) if isinstance(model, RowsModel) else None
        return item if isinstance(item, OutboxEntry) else None

    def _left(self, entry: OutboxEntry) -> float:
        return (entry.send_at - self._now()).total_seconds()

    def _share(self, entry: OutboxEntry) -> float:
        """How much of its window is left."""
        whole = (entry.send_at - entry.changed_at).total_seconds()
        return min(1.0, max(0.0, self._left(entry) / whole)) if whole > 0 else 0.0
