"""Pages of a PDF with what was searched for marked as elsewhere: QPdfView's own marks are cyan and grey."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfLink, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from hhdesk.gui.kit.tokens import LIGHT

_CURRENT = QColor("#F5B94A")
"""Where Enter went to; other places are in the colour of marks. Paper is white in the dark too."""


class MarkedPdfView(QPdfView):
    """Give it the search with `mark`; as many pages as there are stand one under the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._search: QPdfSearchModel | None = None

    def mark(self, search: QPdfSearchModel) -> None:
        """Mark what `search` finds."""
        self._search = search
        search.rowsInserted.connect(self.viewport().update)
        search.modelReset.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._search is None or not self._search.searchString():
            return
        painter = QPainter(self.viewport())
        # As a text marker does: ink stays ink.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        current = self._search.resultAtIndex(self.currentSearchResultIndex())
        shown = QRectF(self.viewport().rect())
        for page, place in self._pages():
            if not place.intersects(shown):
                continue
            for link in self._search.resultsOnPage(page):
                colour = _CURRENT if _same(link, current) else LIGHT.mark
                for rect in self.rects(link, place):
                    painter.fillRect(rect, colour)

    def rects(self, link: QPdfLink, place: QRectF) -> list[QRectF]:
        """Where a found place stands in the view, on a page that takes `place`."""
        scale = place.width() / self.document().pagePointSize(link.page()).width()
        return [
            QRectF(place.topLeft() + one.topLeft() * scale, one.size() * scale) for one in link.rectangles()
        ]

    def _pages(self) -> Iterator[tuple[int, QRectF]]:
        """Every page and where it stands, as QPdfView lays them out in MultiPage mode; it does not tell."""
        document, margins = self.document(), self.documentMargins()
        sizes = [self._size(document.pagePointSize(page)) for page in range(document.pageCount())]
        wide = max((size.width() for size in sizes), default=0) + margins.left() + margins.right()
        room = max(wide, self.viewport().width())
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        top = margins.top()
        for page, size in enumerate(sizes):
            place = QRect((room - size.width()) // 2, top, size.width(), size.height())
            yield page, QRectF(place).translated(-scrolled)
            top += size.height() + self.pageSpacing()

    def _size(self, points: QSizeF) -> QSize:
        whole = points * (self.logicalDpiX() / 72)
        margins = self.documentMargins()
        factor = self.zoomFactor()
        if self.zoomMode() != QPdfView.ZoomMode.Custom:
            factor = (self.viewport().width() - margins.left() - margins.right()) / whole.width()
        return (whole * factor).toSize()


def _same(one: QPdfLink, other: QPdfLink) -> bool:
    return one.page() == other.page() and one.rectangles() == other.rectangles()
