"""The card of one vacancy: what it offers, how it does, where its responses stand."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from hhdesk.domain.negotiations import Collections
from hhdesk.domain.vacancies import Vacancy, VacancyDay, VacancyShort
from hhdesk.gui.compiled.ui_vacancy_card import Ui_VacancyCard
from hhdesk.gui.kit.buttons import Button, Kind
from hhdesk.gui.kit.chips import Badge
from hhdesk.gui.kit.flow import FlowLayout
from hhdesk.gui.kit.labels import Label
from hhdesk.gui.kit.paint import Tone
from hhdesk.gui.kit.panes import ActionBar, column, row
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Space, Type
from hhdesk.gui.moments import present
from hhdesk.gui.resumes.document import SearchedWords, passage, plain
from hhdesk.gui.resumes.texts import PassageText, SkillTag, Text
from hhdesk.gui.vacancies.charts import Bar, DayBars, StageBars
from hhdesk.gui.vacancies.rows import SOON_DAYS, days_left, pay


class VacancyCard(QWidget):
    """Shows what it is given; acts go out as signals."""

    responses_asked = Signal(str)
    """Id of the vacancy whose responses are wanted."""
    site_asked = Signal(str)
    """Address on hh.ru."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short: VacancyShort | None = None
        self._full: Vacancy | None = None
        self._collections: Collections | None = None
        self._days: tuple[VacancyDay, ...] = ()
        self._now = present()
        self.form = Ui_VacancyCard()
        self.form.setupUi(self)
        Theme.instance().surface(self, "page")
        Theme.instance().surface(self.form.vacancyCardPage, "page")
        self._build_head()
        self._build_body()
        self._build_acts()
        self.retranslate()

    def show_vacancy(self, vacancy: VacancyShort, now: datetime) -> None:
        """Begin with what the list knows; the rest comes by the other methods."""
        if self._short is None or self._short.id != vacancy.id:
            self._full, self._collections, self._days = None, None, ()
            self.form.vacancyCardScroll.verticalScrollBar().setValue(0)
        self._short, self._now = vacancy, now
        self._fill()

    def show_full(self, vacancy: Vacancy) -> None:
        """Conditions and description."""
        if self._is_shown(vacancy):
            self._full = vacancy
            self._fill()

    def show_days(self, days: tuple[VacancyDay, ...]) -> None:
        """Views and responses of the last days."""
        self._days = days
        self._fill_charts()

    def show_collections(self, collections: Collections) -> None:
        """hh.ru's lists with their counters."""
        self._collections = collections
        self._fill_stages()

    def clear(self) -> None:
        """No vacancy is chosen."""
        self._short = None
        self.form.vacancyCardScroll.hide()
        self.acts.hide()

    def retranslate(self) -> None:
        """Every word anew."""
        self.responses.set_words(self.tr("Responses"))
        self.site.set_words(self.tr("Open on hh.ru"))
        self.views_name.setText(self.tr("Views"))
        self.responses_name.setText(self.tr("Responses"))
        self.stages_name.setText(self.tr("Stages"))
        self.stages_legend.setText(self.tr("all · new"))
        self.description_name.setText(self.tr("Description"))
        self.form.vacancyCardScroll.setAccessibleName(self.tr("Vacancy"))
        self._fill()

    def _is_shown(self, vacancy: VacancyShort) -> bool:
        return self._short is not None and self._short.id == vacancy.id

    # Building

    def _build_head(self) -> None:
        form = self.form
        wide, gap = px(Space.WIDE), px(Space.LARGE)
        form.vacancyCardPageLayout.setContentsMargins(wide, gap, wide, wide)
        form.vacancyCardPageLayout.setSpacing(px(Space.LARGE))
        self.name = Text("", Type.DISPLAY, wrap=True, selectable=True, name="vacancyName")
        self.line = Text("", role="muted", wrap=True, selectable=True, name="vacancyLine")
        form.vacancyHeadPlaceLayout.setSpacing(px(Space.SMALL))
        form.vacancyHeadPlaceLayout.addWidget(self.name)
        form.vacancyHeadPlaceLayout.addWidget(self.line)
        self._badges = FlowLayout()
        form.vacancyBadgesPlaceLayout.addLayout(self._badges)

    def _build_body(self) -> None:
        form = self.form
        charts = row(spacing=Space.WIDE)
        self.views_name, self.views_total, self.views = self._chart("vacancyViews")
        self.responses_name, self.responses_total, self.responses_chart = self._chart("vacancyResponses")
        for name, total, bars in (
            (self.views_name, self.views_total, self.views),
            (self.responses_name, self.responses_total, self.responses_chart),
        ):
            one, head = column(spacing=Space.SMALL), row()
            head.addWidget(name, 1)
            head.addWidget(total)
            one.addLayout(head)
            one.addWidget(bars)
            charts.addLayout(one, 1)
        form.vacancyChartsPlaceLayout.addLayout(charts)
        self.stages_name = Label("", Type.SMALL_STRONG, "muted")
        self.stages_legend = Label("", Type.SMALL, "faint")
        head = row()
        head.addWidget(self.stages_name, 1)
        head.addWidget(self.stages_legend)
        self.stages = StageBars()
        self.stages.setObjectName("vacancyStages")
        form.vacancyStagesPlaceLayout.setSpacing(px(Space.SMALL))
        form.vacancyStagesPlaceLayout.addLayout(head)
        form.vacancyStagesPlaceLayout.addWidget(self.stages)
        self._skills = FlowLayout()
        self.facts = Text("", role="muted", wrap=True, selectable=True, name="vacancyFacts")
        form.vacancyFactsPlaceLayout.setSpacing(px(Space.MEDIUM))
        form.vacancyFactsPlaceLayout.addWidget(self.facts)
        form.vacancyFactsPlaceLayout.addLayout(self._skills)
        self.description_name = Label("", Type.SMALL_STRONG, "muted")
        form.vacancyDescriptionPlaceLayout.setSpacing(px(Space.SMALL))
        form.vacancyDescriptionPlaceLayout.addWidget(self.description_name)
        self.description: PassageText | None = None

    @staticmethod
    def _chart(name: str) -> tuple[Label, Label, DayBars]:
        bars = DayBars()
        bars.setObjectName(f"{name}Chart")
        total = Label("", Type.TITLE, name=f"{name}Total")
        return Label("", Type.SMALL_STRONG, "muted"), total, bars

    def _build_acts(self) -> None:
        self.acts = ActionBar(name="vacancyActs")
        self.responses = Button("", kind=Kind.FILLED, icon="inbox", key="Enter", name="vacancyOpenResponses")
        self.site = Button("", icon="external-link", name="vacancyOpenSite")
        self.responses.clicked.connect(self._ask_responses)
        self.site.clicked.connect(self._ask_site)
        self.acts.set_acts([self.responses], end=[self.site])
        self.form.vacancyActsPlaceLayout.addWidget(self.acts)

    def _ask_responses(self) -> None:
        if self._short is not None:
            self.responses_asked.emit(self._short.id)

    def _ask_site(self) -> None:
        if self._short is not None and self._short.alternate_url:
            self.site_asked.emit(self._short.alternate_url)

    # Filling

    def _fill(self) -> None:
        vacancy = self._full or self._short
        self.form.vacancyCardScroll.setVisible(vacancy is not None)
        self.acts.setVisible(vacancy is not None)
        if vacancy is None or self._short is None:
            return
        self.name.setText(vacancy.name)
        where = vacancy.address or vacancy.area
        self.line.setText(" · ".join(part for part in (where, pay(vacancy.salary)) if part))
        self.site.setEnabled(bool(self._short.alternate_url))
        self._fill_badges(self._short)
        self._fill_charts()
        self._fill_stages()
        self._fill_facts()

    def _fill_badges(self, vacancy: VacancyShort) -> None:
        _empty(self._badges)
        days = days_left(vacancy, self._now)
        badges = []
        if vacancy.archived:
            badges.append(Badge(self.tr("archived"), Tone.NO))
        elif days is not None and vacancy.expires_at is not None:
            until = _day(vacancy.expires_at.date(), "d MMMM")
            words = self.tr("active until {day}").format(day=until)
            badges.append(Badge(words, Tone.NO if days < SOON_DAYS else Tone.OK))
        full = self._full
        texts = [full.experience, full.employment, full.schedule, *full.work_formats] if full else []
        texts += [vacancy.publication, self.tr("with a test") if vacancy.has_test else ""]
        badges += [Badge(text, Tone.NEUTRAL) for text in texts if text]
        for badge in badges:
            self._badges.addWidget(badge)

    def _fill_charts(self) -> None:
        self.form.vacancyChartsPlace.setVisible(bool(self._days))
        names = [_day(day.day, "ddd") for day in self._days]
        views = tuple(Bar(name, day.views) for name, day in zip(names, self._days, strict=True))
        came = tuple(Bar(name, day.responses) for name, day in zip(names, self._days, strict=True))
        self.views.set_bars(views, self.tr("Views"))
        self.responses_chart.set_bars(came, self.tr("Responses"))
        number = QLocale().toString
        self.views_total.setText(number(sum(bar.value or 0 for bar in views)))
        self.responses_total.setText(number(sum(bar.value or 0 for bar in came)))

    def _fill_stages(self) -> None:
        every = self._collections.collections if self._collections is not None else ()
        shown = [one for one in every if not one.hidden or one.counters.total]
        self.form.vacancyStagesPlace.setVisible(bool(shown))
        self.stages.set_bars(
            tuple(
                Bar(one.name, one.counters.total, one.counters.with_updates, quiet=one.hidden)
                for one in shown
            )
        )

    def _fill_facts(self) -> None:
        full = self._full
        _empty(self._skills)
        facts = []
        if full is not None:
            label = QCoreApplication.translate
            named = (
                (label("Vacancies", "Manager"), full.manager_name),
                (label("Vacancies", "Department"), full.department.replace("::", " · ")),
                (label("Vacancies", "Languages"), ", ".join(full.languages)),
                (label("Vacancies", "Licences"), ", ".join(full.driver_licenses)),
                (label("Vacancies", "Contacts"), full.contacts),
            )
            facts = [f"{name}: {value}" for name, value in named if value]
            for skill in full.key_skills:
                self._skills.addWidget(SkillTag(skill, found=False))
        self.facts.setText("\n".join(facts))
        self.facts.setVisible(bool(facts))
        self.form.vacancyFactsPlace.setVisible(bool(facts) or bool(full and full.key_skills))
        self._fill_description(full.description if full else "")

    def _fill_description(self, text: str) -> None:
        if self.description is not None:
            self.description.hide()
            self.description.deleteLater()
            self.description = None
        self.form.vacancyDescriptionPlace.setVisible(bool(text))
        if text:
            self.description = PassageText(passage(plain(text), SearchedWords()))
            self.description.setObjectName("vacancyDescription")
            self.form.vacancyDescriptionPlaceLayout.addWidget(self.description)


def _empty(flow: FlowLayout) -> None:
    while flow.count():
        widget = flow.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _day(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
