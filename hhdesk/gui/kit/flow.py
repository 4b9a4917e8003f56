"""Widgets side by side that go on in the next line, and fold up when the lines are used up."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Space


class FlowLayout(QLayout):
    """Left to right, line after line. With `max_lines`, what does not fit is hidden and `more` shown."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: float = Space.TIGHT,
        max_lines: int = 0,
        centred: bool = False,
        last_right: bool = False,
    ) -> None:
        """`last_right` puts the last widget at the right end of the line that it shares with others."""
        super().__init__(parent) if parent is not None else super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self._max_lines = max_lines
        self._centred = centred
        self._last_right = last_right
        self._more: QWidget | None = None
        self._hidden = 0
        self._laying = False
        self._heights: dict[tuple[int, int], int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def hidden_count(self) -> int:
        """How many widgets had no room at the last layout."""
        return self._hidden

    def set_max_lines(self, lines: int) -> None:
        """0 is as many as it takes."""
        self._max_lines = lines
        self.invalidate()

    def set_more(self, more: QWidget) -> None:
        """`more` stands last while something is hidden; ask `hidden_count` for its words."""
        self._more = more
        more.setVisible(False)
        self.addChildWidget(more)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        # Qt asks past the end and takes null for the end, which the stub does not say.
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # see above

    def takeAt(self, index: int) -> QLayoutItem:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # see itemAt

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Laid out once per width: the layouts around it ask for the same many times."""
        key = (width, px(self._gap))
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._lay(QRect(0, 0, width, 0), move=False)
        return height

    def invalidate(self) -> None:
        """Something in it has another size or was hidden or shown."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if not self._laying:  # showing and hiding below asks for a layout again
            self._laying = True
            self._lay(rect, move=True)
            self._laying = False

    def sizeHint(self) -> QSize:
        sizes = [self._wish(item) for item in self._items if not self._gone(item)]
        width = sum(size.width() for size in sizes) + px(self._gap) * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            widget = item.widget()
            # What is wider than the line is narrowed to it, whatever its policy is.
            size = size.expandedTo(widget.minimumSizeHint() if widget is not None else item.minimumSize())
        return size

    @staticmethod
    def _gone(item: QLayoutItem) -> bool:
        """Hidden by someone else; what this layout hid itself is still wanted."""
        widget = item.widget()
        return widget is not None and widget.isHidden() and not widget.property("flowHidden")

    @staticmethod
    def _wish(item: QLayoutItem) -> QSize:
        """A hidden widget's item has no size, but whether it would fit must not depend on being hidden."""
        widget = item.widget()
        return widget.sizeHint() if widget is not None else item.sizeHint()

    def _lay(self, rect: QRect, move: bool) -> int:
        wanted = [item for item in self._items if not self._gone(item)]
        lines, shown = self._lines(wanted, rect.width())
        if move:
            self._hidden = len(wanted) - shown
            self._show(wanted, shown)
        gap = px(self._gap)
        y = rect.top()
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            if move:
                self._place(line, rect, y, height)
            y += height + gap
        return max(0, y - gap - rect.top()) if lines else 0

    def _lines(
        self, wanted: list[QLayoutItem], width: int
    ) -> tuple[list[list[tuple[QLayoutItem | None, QSize]]], int]:
        """Items by line with their sizes (None is `more`), and how many items are in them."""
        gap = px(self._gap)
        lines: list[list[tuple[QLayoutItem | None, QSize]]] = []
        used = 0
        for number, item in enumerate(wanted):
            size = self._wish(item)
            if not lines or (used + gap + size.width() > width and lines[-1]):
                if self._max_lines and len(lines) == self._max_lines:
                    return lines, number - self._make_room(lines[-1], width)
                lines.append([])
                used = -gap
            lines[-1].append((item, size.boundedTo(QSize(width, size.height()))))
            used += gap + size.width()
        return lines, len(wanted)

    def _make_room(self, line: list[tuple[QLayoutItem | None, QSize]], width: int) -> int:
        """Put `more` at the end of `line`; how many items had to leave for it."""
        if self._more is None:
            return 0
        gap = px(self._gap)
        more = self._more.sizeHint()
        left = 0
        while line and sum(size.width() + gap for _, size in line) + more.width() > width:
            line.pop()
            left += 1
        line.append((None, more))
        return left

    def _show(self, wanted: list[QLayoutItem], shown: int) -> None:
        for number, item in enumerate(wanted):
            widget = item.widget()
            if widget is None:
                continue
            hide = number >= shown
            if bool(widget.property("flowHidden")) != hide:
                widget.setProperty("flowHidden", hide)
                widget.setVisible(not hide)
        if self._more is not None:
            self._more.setVisible(shown < len(wanted))

    def _place(self, line: list[tuple[QLayoutItem | None, QSize]], rect: QRect, y: int, height: int) -> None:
        gap = px(self._gap)
        whole = sum(size.width() + gap for _, size in line) - gap
        x = rect.left() + (max(0, rect.width() - whole) // 2 if self._centred else 0)
        for item, size in line:
            if self._last_right and len(line) > 1 and item is self._items[-1]:
                x = rect.right() - size.width() + 1
            spot = QRect(QPoint(x, y + (height - size.height()) // 2), size)
            if item is not None:
                item.setGeometry(spot)
            elif self._more is not None:
                self._more.setGeometry(spot)
            x += size.width() + gap
