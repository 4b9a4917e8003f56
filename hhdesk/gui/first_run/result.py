"""What came of the sign-in: who it is, what the account may do, what is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtWidgets import QLabel

from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.theme import px
from hhdesk.gui.kit.tokens import Role, Type
from hhdesk.gui.labels import dress
from hhdesk.gui.notice import Notice
from hhdesk.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from hhdesk.domain.account import Me, Quota
    from hhdesk.domain.connection import Probe
    from hhdesk.gui.browser import Browser
    from hhdesk.gui.compiled.ui_first_run import Ui_FirstRunForm

PRICES: Final = "https://hh.ru/price/api"


class ResultPage(QObject):
    """Fills the third page of the form."""

    def __init__(self, form: Ui_FirstRunForm, browser: Browser, begin: Callable[[], None]) -> None:
        page = form.resultPage
        super().__init__(page)
        self._form = form
        self._me: Me | None = None
        self._probe: Probe | None = None
        self.notice = Notice("resultNotice", page, framed=True)
        form.resultNoticePlace.addWidget(self.notice)
        self.begin = Button("", page, kind=Kind.FILLED, icon="arrow-right", key="Enter", name="beginWork")
        self.begin.clicked.connect(begin)
        form.resultPlace.addWidget(self.begin)
        self.buy = Button("", page, icon="external-link", name="buyAccess")
        self.buy.clicked.connect(lambda: browser.open(PRICES))
        form.resultPlace.addWidget(self.buy)
        self.retranslate()

    def show_probe(self, me: Me | None, probe: Probe | None) -> None:
        """Who signed in and what hh.ru said of the access."""
        self._me, self._probe = me, probe
        self.retranslate()

    def retranslate(self) -> None:
        """Every word anew."""
        me, probe = self._me, self._probe
        self.begin.set_words(self.tr("Begin to work"))
        self.buy.set_words(self.tr("Prices on hh.ru"))
        name = f"{me.first_name} {me.last_name}".strip() if me is not None else ""
        self._form.resultTitle.setText(name or self.tr("You are in"))
        self._form.resultText.setText(me.employer_name if me is not None else "")
        self._show_facts(probe)
        missing = probe is not None and bool(probe.missing_access)
        self.buy.setVisible(missing)
        self.notice.hide()
        if missing:
            self.notice.tell(
                Tone.AMBER,
                "coins",
                self.tr("Part of the API access is not bought"),
                self.tr("What is not bought stays closed, all else works. Whoever pays hh.ru can add it."),
            )

    def _show_facts(self, probe: Probe | None) -> None:
        layout = self._form.resultForm
        while layout.rowCount():
            layout.removeRow(0)
        layout.setHorizontalSpacing(px(2))
        layout.setVerticalSpacing(px(0.6))
        if probe is None:
            self._add(self.tr("Access"), self.tr("hh.ru did not say; it shows itself in work"), "muted")
            return
        if probe.quota is not None and probe.quota.views_left is not None:
            self._add(self.tr("Resume views today"), self._left(probe.quota), "ink")
        if probe.access is None:
            self._add(self.tr("Access"), self.tr("hh.ru did not say; it shows itself in work"), "muted")
        for group in probe.access or ():
            words = self.tr("in your contract") if group.has_access else self.tr("not bought")
            self._add(
                group_words(group.description) or group.id, words, "ok" if group.has_access else "amber"
            )

    def _left(self, quota: Quota) -> str:
        numbers = QLocale()
        left = numbers.toString(quota.views_left or 0)
        if quota.views_limit is None:
            return self.tr("{left} left").format(left=left)
        return self.tr("{left} of {limit} left").format(left=left, limit=numbers.toString(quota.views_limit))

    def _add(self, name: str, value: str, role: Role) -> None:
        left, right = QLabel(name), QLabel(value)
        left.setTextFormat(Qt.TextFormat.PlainText)
        left.setWordWrap(True)
        left.setFixedWidth(px(28))
        dress(left, Type.BODY, "muted")
        dress(right, Type.STRONG, role)
        self._form.resultForm.addRow(left, right)


_GROUPS: Final = {
    "Наличие доступа к методам резюме": QT_TRANSLATE_NOOP("FirstRun", "Resumes, responses and chats"),
    "Наличие доступа к методам поиска": QT_TRANSLATE_NOOP("FirstRun", "Resume search"),
    "Наличие доступа к просмотру резюме, у которого есть отклик или приглашение": QT_TRANSLATE_NOOP(
        "FirstRun", "Resumes of those who applied or were invited"
    ),
    "Наличие доступа к просмотру резюме, найденных через поиск по базе": QT_TRANSLATE_NOOP(
        "FirstRun", "Resumes found by search"
    ),
}
"""hh.ru describes groups of access for programmers; those known are told for people, others verbatim."""


def group_words(description: str) -> str:
    """The words for a group of access that hh.ru describes so."""
    known = _GROUPS.get(description.strip().rstrip("."))
    return QCoreApplication.translate("FirstRun", known) if known else description
