"""What is done with resume files: shown in the window, kept, saved where the person wants them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hhdesk.domain.errors import HhdeskError
from hhdesk.domain.people import StoredFile
from hhdesk.domain.resumes import ResumeShort
from hhdesk.gui.resumes.pdf_pane import PdfPane
from hhdesk.gui.sections import Shell, ToastKind, act
from hhdesk.gui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from hhdesk.services.services import Services

_FOLDER: Final = "files/folder"
"""Setting of the window: where files were saved last."""


class FileActs(QObject):
    """Downloads, shows and saves. A download is shown in the status bar and can be stopped there."""

    shown = Signal()
    """The PDF pane was opened or closed."""
    left = Signal()
    """It was closed while the keyboard was in it."""

    def __init__(self, services: Services, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._shell, self._window = services, shell, parent
        self._tasks = Tasks(parent, shell.board)
        self._tasks.failed.connect(self._failed)
        self._dialog: QFileDialog | None = None
        self._turns = 0
        """How often somebody else was chosen."""
        self.pane = PdfPane()
        self.pane.back_asked.connect(self.leave)
        self.pane.save_asked.connect(self.save)

    @property
    def is_shown(self) -> bool:
        """Whether a PDF is open."""
        return self.pane.file is not None

    def show_pdf(self, resume: ResumeShort) -> None:
        """Our file, or hh.ru's, which counts as a view; then show it."""
        self._fetch(resume, self.show_file)

    def show_file(self, file: StoredFile) -> None:
        """Show a kept file; one that is no PDF is offered for saving."""
        if file.format != "pdf":
            self.save(file)
            return

        async def content() -> bytes:
            await self.pane.prepare()
            return await self._services.files.content(file)

        self._tasks.start("content", content(), lambda content: self._show(file, content))

    def turn(self) -> None:
        """Somebody else is chosen: what is still on its way is kept, and does not open over them."""
        self._turns += 1
        self._tasks.cancel("content")
        self.leave()

    def leave(self) -> None:
        """Close the pane."""
        if self.is_shown:
            inside = self.pane.isAncestorOf(QApplication.focusWidget() or self._window)
            self.pane.clear()
            self.shown.emit()
            if inside:
                self.left.emit()

    def save(self, what: ResumeShort | StoredFile) -> None:
        """Ask where to, under our name, in the folder of the last time."""
        if isinstance(what, StoredFile):
            self._ask(what)
        else:
            self._fetch(what, self._ask)

    def _fetch(self, resume: ResumeShort, then: Callable[[StoredFile], None]) -> None:
        deed, turns = act("download_pdf"), self._turns

        async def fetch(progress: Progress) -> StoredFile:
            def told(done: int, total: int | None) -> None:
                progress.tell(done // 1024, (total or 0) // 1024)

            progress.on_stop(lambda: self._stop(resume))
            return await self._services.files.pdf(resume, deed, told)

        def failed(error: HhdeskError) -> None:
            self._shell.report(error, again=lambda: self._fetch(resume, then))

        def came(file: StoredFile) -> None:
            # A view was counted, where it was no kept file: the number in sight shall say so.
            self._tasks.start("quota", self._services.sync.look_at_quota())
            if turns == self._turns:
                then(file)
            else:
                self._shell.toast(self.tr("The file is kept here: {name}").format(name=file.name))

        self._tasks.start(f"pdf {resume.id}", fetch, came, failed=failed, text=self.tr("PDF"))

    def _stop(self, resume: ResumeShort) -> None:
        self._services.files.stop(resume.id)
        self._shell.toast(self.tr("The download was stopped. hh.ru may have counted the view."))

    def _show(self, file: StoredFile, content: bytes) -> None:
        self.pane.show_file(file, content)
        self.shown.emit()

    def _ask(self, file: StoredFile) -> None:
        folder = self._shell.memory.word(_FOLDER) or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DownloadLocation
        )
        dialog = QFileDialog(self._window.window(), self.tr("Save the file"), folder)
        dialog.setObjectName("saveDialog")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(QDir(folder).filePath(file.name))
        dialog.fileSelected.connect(lambda path: self._save(file, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._dialog = dialog

    def _save(self, file: StoredFile, path: Path) -> None:
        self._shell.memory.keep_word(_FOLDER, str(path.parent))

        def failed(error: HhdeskError) -> None:
            self._shell.report(error, again=lambda: self._ask(file))

        self._tasks.start("save", self._services.files.save(file, path), self._saved, failed)

    def _saved(self, path: Path) -> None:
        words = self.tr("Saved as {name}").format(name=path.name)
        self._shell.toast(words, kind=ToastKind.DONE)

    def _failed(self, error: HhdeskError) -> None:
        self._shell.report(error)
