"""A PDF in the window: pages, zoom, search, and where the file came from."""

from __future__ import annotations

import asyncio
import importlib

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from hhdesk.domain.people import StoredFile
from hhdesk.gui.compiled.ui_pdf_pane import Ui_PdfPane
from hhdesk.gui.kit.buttons import Button, IconButton, Kind
from hhdesk.gui.kit.labels import ElidedLabel, IconLabel, Label, Rule
from hhdesk.gui.kit.textedits import FindEdit
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Size, Type
from hhdesk.gui.labels import dress
from hhdesk.gui.moments import present
from hhdesk.gui.resumes import wording
from hhdesk.services.file_names import without_tail

_STEP = 1.15
_READ_WELL = 1.1


def _import_view() -> None:
    importlib.import_module("hhdesk.gui.resumes.pdf_view")


class PdfPane(QWidget):
    """QtPdf is imported with the first file: most sessions begin without one."""

    back_asked = Signal()
    save_asked = Signal(object)
    """StoredFile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: StoredFile | None = None
        self.form = Ui_PdfPane()
        self.form.setupUi(self)
        self.setObjectName("pdfPane")
        form = self.form
        for part in (self, form.pdfBar, form.pdfFoot):
            Theme.instance().surface(part, "page")
        self.back = Button("", icon="arrow-left", key="Esc", kind=Kind.QUIET, name="pdfBackButton")
        self.out = IconButton("minus", "", name="pdfZoomOut")
        self.zoom = Label("", name="pdfZoom")
        self.into = IconButton("plus", "", name="pdfZoomIn")
        self.fit = IconButton("move-horizontal", "", name="pdfFitWidth")
        self.save = Button("", icon="save", key="Ctrl S", name="pdfSave")
        self.back.clicked.connect(self.back_asked)
        self.save.clicked.connect(lambda: self.save_asked.emit(self._file))
        form.pdfBack.addWidget(self.back)
        for widget in (self.out, self.zoom, self.into, self.fit):
            form.pdfZoomPlace.addWidget(widget)
        form.pdfActs.addWidget(self.save)
        self.name = ElidedLabel("", Type.STRONG, name="pdfFileName")
        form.pdfNamePlace.addWidget(self.name)
        form.pdfBarLayout.setStretchFactor(form.pdfNamePlace, 1)
        self.finder = FindEdit(key="Ctrl F", name="pdfFind")
        self.finder.setFixedWidth(px(11))
        form.pdfFindPlace.addWidget(self.finder)
        form.pdfFootLayout.insertWidget(0, IconLabel("hard-drive-download", "ok"))
        dress(form.pdfKept, Type.SMALL, "ok")
        dress(form.pdfFacts, Type.SMALL, "muted")
        form.pdfBar.setFixedHeight(px(Size.HEAD))
        form.pdfBarLayout.setContentsMargins(px(0.75), 0, px(1.1), 0)
        form.pdfBarLayout.setSpacing(px(0.6))
        form.pdfFoot.setFixedHeight(px(2.6))
        form.pdfFootLayout.setContentsMargins(px(1.1), 0, px(1.1), 0)
        form.pdfFootLayout.setSpacing(px(0.45))
        form.pdfPaneLayout.insertWidget(1, Rule(self))
        form.pdfPaneLayout.insertWidget(3, Rule(self))
        self._ready = self._fitted = False
        self.retranslate()

    @property
    def file(self) -> StoredFile | None:
        """What is shown."""
        return self._file

    async def prepare(self) -> None:
        """Make what draws pages; it is imported in a worker thread."""
        if not self._ready:
            await asyncio.to_thread(_import_view)
            self._make_view()
            # The file is shown in another turn.
            await asyncio.sleep(0)

    def show_file(self, file: StoredFile, content: bytes) -> None:
        """Show a file from its bytes, after `prepare`; nothing is written to disk."""
        self._file = file
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.name.setText(without_tail(file.name))
        self.name.set_hint(file.name)
        self.finder.clear()
        self._fitted = False
        self._tell()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._fit_page)

    def set_narrow(self, narrow: bool) -> None:
        """Words of the bar become icons where there is no room."""
        self.save.set_collapsed(narrow)

    def clear(self) -> None:
        """Show nothing and let the bytes go."""
        self._file = None
        if self._ready:
            self.document.close()
            self._buffer.close()
            self._buffer.setData(QByteArray())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc back, Ctrl+S save, Ctrl+F find, plus and minus zoom."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif control and event.key() == Qt.Key.Key_S:
            self.save_asked.emit(self._file)
        elif control and event.key() == Qt.Key.Key_F:
            self.finder.setFocus()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom_by(1 / _STEP)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _make_view(self) -> None:
        if self._ready:
            return
        from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
        from PySide6.QtPdfWidgets import QPdfView

        from hhdesk.gui.resumes.pdf_view import MarkedPdfView

        self._ready = True
        # The view goes first when the pane goes: its thread may still be drawing the document.
        self.view = MarkedPdfView(self)
        self.view.setObjectName("pdfView")
        self.form.pdfMiddle.addWidget(self.view)
        self.document = QPdfDocument(self)
        self.search = QPdfSearchModel(self)
        self.search.setDocument(self.document)
        self._buffer = QBuffer(self)
        self.view.setDocument(self.document)
        self.view.mark(self.search)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setDocumentMargins(QMargins(px(1.4), px(1.4), px(1.4), px(1.4)))
        self.view.setPageSpacing(px(1.1))
        corner = QWidget(self.view)
        Theme.instance().surface(corner, "window")
        self.view.setCornerWidget(corner)
        self.view.setAccessibleName(self.tr("Pages"))
        self.view.setAutoFillBackground(True)
        self._paint_desk()
        Theme.instance().changed.connect(self._paint_desk)
        self._modes = QPdfView.ZoomMode
        self.into.clicked.connect(lambda: self._zoom_by(_STEP))
        self.out.clicked.connect(lambda: self._zoom_by(1 / _STEP))
        self.fit.clicked.connect(self._fit_width)
        self.view.zoomFactorChanged.connect(lambda _: self._tell_zoom())
        self.finder.textChanged.connect(self.search.setSearchString)
        self.finder.returnPressed.connect(self._next_found)
        self.search.rowsInserted.connect(lambda *_: self._tell_found())
        self.search.modelReset.connect(self._tell_found)

    def _paint_desk(self) -> None:
        """QPdfView fills what is around the pages with the palette's dark colour."""
        own = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window):
            own.setColor(role, Theme.current().window)
        self.view.setPalette(own)

    def _zoom_by(self, factor: float) -> None:
        if self._ready:
            self._fitted = True
            self.view.setZoomMode(self._modes.Custom)
            self.view.setZoomFactor(max(0.25, min(5.0, self.view.zoomFactor() * factor)))
            self._tell_zoom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the person chooses a zoom, it follows the size of the pane."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_page)

    def _fit_page(self) -> None:
        """As large as is read well, or as wide as the pane where that is less."""
        if self._fitted or self._file is None or not self.isVisible():
            return
        page = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
        room = self.view.viewport().width() - px(3)
        self.view.setZoomMode(self._modes.Custom)
        self.view.setZoomFactor(min(_READ_WELL, room / page) if page > 0 and room > 0 else 1.0)
        self._tell_zoom()

    def _fit_width(self) -> None:
        self._fitted = True
        self.view.setZoomMode(self._modes.FitToWidth)
        self._tell_zoom()

    def _next_found(self) -> None:
        count = self.search.rowCount(QModelIndex())
        if count:
            now = self.view.currentSearchResultIndex()
            self.view.setCurrentSearchResultIndex((now + 1) % count)
            link = self.search.resultAtIndex(self.view.currentSearchResultIndex())
            self.view.pageNavigator().jump(link.page(), link.location())
        self._tell_found()

    def _tell_found(self) -> None:
        count = self.search.rowCount(QModelIndex())
        if not self.finder.text():
            self.finder.set_count("")
        elif not count:
            self.finder.set_count(self.tr("not found"))
        else:
            self.finder.set_count(wording.place(max(self.view.currentSearchResultIndex(), 0) + 1, count))

    def _tell_zoom(self) -> None:
        if self.view.zoomMode() == self._modes.Custom:
            self.zoom.setText(f"{round(self.view.zoomFactor() * 100)}\u00a0%")
        else:
            self.zoom.setText(self.tr("width"))

    def _tell(self) -> None:
        file = self._file
        if file is None:
            return
        now = present()
        self.form.pdfKept.setText(self.tr("The file is kept here and opens offline"))
        downloaded = self.tr("downloaded {when}").format(when=wording.day(file.fetched_at, now))
        pages = self.tr("%n page(s)", "", self.document.pageCount())
        self.form.pdfFacts.setText(wording.DOT.join((downloaded, pages, wording.size(file.size))))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word anew."""
        self.back.set_words(self.tr("Resume"))
        self.finder.setPlaceholderText(self.tr("Find"))
        self.finder.setAccessibleName(self.tr("Find in the file"))
        self.out.set_words(self.tr("Smaller"))
        self.into.set_words(self.tr("Larger"))
        self.fit.set_words(self.tr("As wide as the pane"))
        self.save.set_words(self.tr("Save as…"))
        self._tell()
