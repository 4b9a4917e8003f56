"""The filter panel: every condition of a resume search, its values from hh.ru's dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QWidget

from hhdesk.domain.account import Dictionaries, RoleCategory
from hhdesk.domain.search import ResumeQuery
from hhdesk.domain.values import Named
from hhdesk.gui.compiled.ui_filter_panel import Ui_FilterPanel
from hhdesk.gui.kit.buttons import Button, IconButton, Kind
from hhdesk.gui.kit.labels import Rule, tip
from hhdesk.gui.kit.segments import SegmentedControl
from hhdesk.gui.kit.theme import Theme, px
from hhdesk.gui.kit.tokens import Size, Type
from hhdesk.gui.labels import dress
from hhdesk.gui.resumes import wording
from hhdesk.gui.resumes.chosen_chips import ChoiceChips, LanguageChips
from hhdesk.gui.resumes.conditions import period_text, short_name
from hhdesk.gui.resumes.groups import (
    ChoiceList,
    Collapsible,
    dress_number,
    number_of,
    set_number,
)
from hhdesk.gui.resumes.named_chips import NamedChips, RoleChips, SuggestedChips
from hhdesk.gui.resumes.words_group import WordsLines
from hhdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hhdesk.services.dictionaries import DictionaryService

_PERIODS = (1, 3, 7, 14, 30, 90, 365)
"""Days that are offered for `period`: hh.ru takes any number."""
_LICENCES = "driver_license_types"
_ONLY_WITH = frozenset({"only_with_salary", "only_with_age", "only_with_gender"})
"""Labels that have check boxes of their own beside what they concern."""
_WHOLE = Qt.ItemDataRole.UserRole + 1
"""Role of an entry of a drop-down: the name that is too long for it."""


class FilterPanel(QWidget):
    """What is asked. Nothing is searched before the person says so."""

    find_asked = Signal(object)
    """ResumeQuery."""
    close_asked = Signal()
    """Esc, or the cross of the drawer."""

    def __init__(self, dictionaries: DictionaryService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = dictionaries
        self._base = ResumeQuery()
        self._tasks = Tasks(self)
        self._experience: dict[str, Named] = {}
        self.form = Ui_FilterPanel()
        self.form.setupUi(self)
        self.setObjectName("filterPanel")
        for surface in (self, self.form.filterHead, self.form.filterGroups, self.form.filterFoot):
            Theme.instance().surface(surface, "panel")
        self._build_groups()
        self._build_more()
        self._build_foot()
        self._space()
        self.retranslate()
        self.show_query(ResumeQuery())

    # Values

    def query(self) -> ResumeQuery:
        """What the panel asks. What it has no field for stays as the shown query had it."""
        form = self.form
        relocation = form.relocationBox.currentData()
        areas = self.region.values()
        return replace(
            self._base,
            words=self.words.values(),
            areas=areas,
            relocation=Named(id=relocation, name=form.relocationBox.currentData(_WHOLE))
            if relocation and areas
            else None,
            professional_roles=self.roles.values(),
            experience=self._experience_values(),
            salary_from=number_of(form.salaryFrom),
            salary_to=number_of(form.salaryTo),
            only_with_salary=not form.salaryUnnamed.isChecked(),
            age_from=number_of(form.ageFrom),
            age_to=number_of(form.ageTo),
            only_with_age=not self.age_unnamed.isChecked(),
            period_days=self._period(),
            education=self.education.values(),
            employment=self.employment.values(),
            schedule=self.schedule.values(),
            skills=self.skills.values(),
            gender=next(iter(self.gender.values()), None),
            only_with_gender=self._base.only_with_gender if self.gender.values() else False,
            job_search_status=self.status.values(),
            labels=self.labels.values(),
            languages=self.languages.values(),
            driver_licenses=tuple(value.id for value in self.licences.values()),
            citizenship=self.citizenship.values(),
        )

    def show_query(self, query: ResumeQuery) -> None:
        """Fill the panel with a search."""
        self._base = query
        form = self.form
        self.words.set_values(query.words)
        self.region.set_values(query.areas)
        self._choose_relocation(query.relocation)
        self.roles.set_values(query.professional_roles)
        self._set_experience(query.experience)
        set_number(form.salaryFrom, query.salary_from)
        set_number(form.salaryTo, query.salary_to)
        form.salaryUnnamed.setChecked(not query.only_with_salary)
        set_number(form.ageFrom, query.age_from)
        set_number(form.ageTo, query.age_to)
        self.age_unnamed.setChecked(not query.only_with_age)
        self.period.set_values(
            [Named(id=str(query.period_days), name=period_text(query.period_days))]
            if query.period_days
            else []
        )
        self.education.set_values(query.education)
        self.employment.set_values(query.employment)
        self.schedule.set_values(query.schedule)
        self.skills.set_values(query.skills)
        self.gender.set_values([query.gender] if query.gender is not None else [])
        self.status.set_values(query.job_search_status)
        self.labels.set_values(query.labels)
        self.languages.set_values(query.languages)
        self.licences.set_values([Named(id=kind, name=kind) for kind in query.driver_licenses])
        self.citizenship.set_values(query.citizenship)
        self._tell()

    def set_dictionaries(self, dictionaries: Dictionaries) -> None:
        """Offer hh.ru's values; what is chosen stays chosen."""
        self.words.set_dictionaries(dictionaries)
        chosen = self.form.relocationBox.currentData() or (
            self._base.relocation.id if self._base.relocation is not None else ""
        )
        _fill(self.form.relocationBox, dictionaries.of("resume_search_relocation"), chosen)
        self._offer_experience(dictionaries.of("experience"))
        self.education.set_entries(dictionaries.of("education_level"))
        self.employment.set_entries(dictionaries.of("employment"))
        self.schedule.set_entries(dictionaries.of("schedule"))
        self.gender.set_entries(dictionaries.of("gender"))
        self.status.set_entries(dictionaries.of("job_search_statuses_employer"))
        labels = dictionaries.of("resume_search_label")
        self.languages.set_levels(dictionaries.of("language_level"))
        self.licences.set_entries([Named(id=one.id, name=one.id) for one in dictionaries.of(_LICENCES)])
        self.labels.set_entries([label for label in labels if label.id not in _ONLY_WITH])
        self._tell()

    def set_roles(self, categories: Sequence[RoleCategory]) -> None:
        """Offer hh.ru's professional roles."""
        self.roles.set_categories(categories)

    def set_languages(self, languages: Sequence[Named]) -> None:
        """Offer the languages that resumes name."""
        self.languages.set_entries(languages)

    def set_countries(self, countries: Sequence[Named]) -> None:
        """Offer countries for citizenship."""
        self.citizenship.set_entries(countries)

    def set_drawer(self, drawer: bool) -> None:
        """As a drawer the panel has a cross."""
        self.close_button.setVisible(drawer)

    def focus_first(self) -> None:
        """The words, where most searches begin."""
        self.words.lines[0].field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.lines[0].field.selectAll()

    def focus_on(self, field: str) -> None:
        """To where that field of a query is set (`Condition.field`); to the words where no place has it."""
        number = field.removeprefix("words")
        lines = self.words.lines
        if number.isdigit() and int(number) < len(lines):
            target: QWidget = lines[int(number)].field
        else:
            target = self._places().get(field, lines[0].field)
        group: QWidget | None = target
        while group is not None and not isinstance(group, Collapsible):
            group = group.parentWidget()
        if isinstance(group, Collapsible):
            group.header.setChecked(True)
        parts = (target, *target.findChildren(QWidget))
        takes = (one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.isHidden())
        # What is set stands first: the box that is checked, else where the choice begins.
        ways = sorted(takes, key=lambda one: not (isinstance(one, QAbstractButton) and one.isChecked()))
        if ways:
            ways[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.form.filterScroll.ensureWidgetVisible(ways[0])

    def _places(self) -> dict[str, QWidget]:
        form = self.form
        return {
            "areas": self.region, "relocation": form.relocationBox, "professional_roles": self.roles,
            "skills": self.skills, "education": self.education, "languages": self.languages,
            "employment": self.employment, "schedule": self.schedule, "job_search_status": self.status,
            "citizenship": self.citizenship, "experience": self.experience, "driver_licenses": self.licences,
            "salary_from": form.salaryFrom, "age_from": form.ageFrom, "gender": self.gender,
            "period_days": self.period, "labels": self.labels,
        }  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter anywhere in the panel finds; Esc leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def submit(self) -> None:
        """Ask for what the panel says."""
        self.find_asked.emit(self.query())

    def reset(self) -> None:
        """No condition; order and currency stay."""
        self.show_query(ResumeQuery(order=self._base.order, currency=self._base.currency))
        self.focus_first()

    # Building

    def _build_groups(self) -> None:
        form, service = self.form, self._service
        self.words = WordsLines(service.suggest_words)
        self.words.submitted.connect(self.submit)
        form.wordsLines.addWidget(self.words)
        self.add_words = IconButton("plus", "", name="wordsAdd")
        self.add_words.clicked.connect(self._add_words)
        form.wordsHead.addWidget(self.add_words)
        self.region = SuggestedChips("region", service.suggest_areas)
        self.region.submitted.connect(self.submit)
        self.region.changed.connect(self._tell)
        form.regionPlace.addWidget(self.region)
        self.roles = RoleChips("roles")
        form.rolePlace.addWidget(self.roles)
        self.experience = SegmentedControl((), multi=True, name="experience")
        form.experiencePlace.addWidget(self.experience)
        self.age_unnamed = QCheckBox()
        self.age_unnamed.setObjectName("ageUnnamed")
        form.ageGroupLayout.addWidget(self.age_unnamed)
        for field, largest in (
            (form.salaryFrom, 99_999_999),
            (form.salaryTo, 99_999_999),
            (form.ageFrom, 120),
            (form.ageTo, 120),
        ):
            dress_number(field, largest)
            field.returnPressed.connect(self.submit)
            field.textChanged.connect(self._tell)
        for label in self._titles():
            dress(label, Type.STRONG)
        dress(form.filterTitle, Type.STRONG)

    def _add_words(self) -> None:
        self.words.add().field.setFocus()

    def _titles(self) -> tuple[QLabel, ...]:
        form = self.form
        return (
            form.wordsLabel, form.regionLabel, form.roleLabel, form.experienceLabel, form.salaryLabel,
            form.ageLabel,
        )  # fmt: skip

    def _build_more(self) -> None:
        self.period = ChoiceList("period", single=True)
        self.education = ChoiceList("education")
        self.employment = ChoiceList("employment")
        self.schedule = ChoiceList("schedule")
        self.skills = SuggestedChips("skills", self._service.suggest_skills)
        self.gender = ChoiceList("gender", single=True)
        self.status = ChoiceList("status")
        self.labels = ChoiceList("labels")
        self.languages = LanguageChips("languages")
        self.licences = ChoiceList("licences", across=True)
        self.citizenship = ChoiceChips("citizenship")
        self.period_group = self._more("periodGroup", self.period)
        self.education_group = self._more("educationGroup", self.education)
        self.conditions_group = self._more("conditionsGroup", self.employment, self.schedule)
        self.skills_group = self._more("skillsGroup", self.skills)
        self.languages_group = self._more("languagesGroup", self.languages)
        self.person_group = self._more("personGroup", self.status, self.gender)
        self.papers_group = self._more("papersGroup", self.licences, self.citizenship)
        self.labels_group = self._more("labelsGroup", self.labels)
        self.skills.submitted.connect(self.submit)

    def _more(self, name: str, *parts: ChoiceList | NamedChips) -> Collapsible:
        group = Collapsible(name)
        for part in parts:
            group.inside.addWidget(part)
            part.changed.connect(self._tell)
        self.form.moreGroupsLayout.addWidget(group)
        return group

    def _build_foot(self) -> None:
        self.find_button = Button("", kind=Kind.FILLED, key="Enter", name="filterFind")
        self.reset_button = Button("", kind=Kind.QUIET, name="filterReset")
        self.close_button = IconButton("x", "", name="filterClose")
        self.find_button.clicked.connect(self.submit)
        self.reset_button.clicked.connect(self.reset)
        self.close_button.clicked.connect(self.close_asked)
        layout = self.form.filterFootLayout
        layout.addWidget(self.find_button)
        layout.addWidget(self.reset_button)
        layout.addStretch(1)
        self.form.filterHeadLayout.addWidget(self.close_button)
        self.close_button.hide()

    def _space(self) -> None:
        form = self.form
        form.filterHead.setFixedHeight(px(Size.HEAD))
        form.filterHeadLayout.setContentsMargins(px(1.1), 0, px(0.75), 0)
        form.filterFoot.setFixedHeight(px(Size.FOOT))
        form.filterFootLayout.setContentsMargins(px(1.1), 0, px(1.1), 0)
        form.filterFootLayout.setSpacing(px(0.3))
        groups = (
            form.wordsGroup, form.regionGroup, form.roleGroup, form.experienceGroup, form.salaryGroup,
            form.ageGroup,
        )  # fmt: skip
        for group in groups:
            layout = group.layout()
            assert layout is not None  # every group of the form has one
            layout.setContentsMargins(px(1.1), px(0.75), px(1.1), px(1.0))
            layout.setSpacing(px(0.6))
            place = form.filterGroupsLayout.indexOf(group)
            form.filterGroupsLayout.insertWidget(place + 1, Rule(form.filterGroups))
        form.filterGroupsLayout.insertWidget(0, Rule(form.filterGroups))
        form.salaryRow.setSpacing(px(0.45))
        form.ageRow.setSpacing(px(0.45))
        form.wordsHead.setSpacing(0)
        form.filterPanelLayout.insertWidget(2, Rule(self))

    # Parts that need more than setting a value

    def _offer_experience(self, entries: Sequence[Named]) -> None:
        chosen = self._experience_values() or self._base.experience
        self._experience = {entry.id: entry for entry in (*entries, *chosen)}
        fresh = SegmentedControl(
            [(entry.id, short_name(entry)) for entry in self._experience.values()],
            multi=True,
            name="experience",
        )
        for segment, entry in zip(fresh.findChildren(QWidget), self._experience.values(), strict=False):
            segment.setAccessibleName(entry.name)
            segment.setToolTip(tip(entry.name))
        self.form.experiencePlace.replaceWidget(self.experience, fresh)
        self.experience.hide()
        self.experience.deleteLater()
        self.experience = fresh
        fresh.set_chosen(value.id for value in chosen)
        fresh.show()

    def _experience_values(self) -> tuple[Named, ...]:
        if not self._experience:
            return self._base.experience
        return tuple(self._experience[key] for key in self.experience.chosen)

    def _set_experience(self, values: Sequence[Named]) -> None:
        if any(value.id not in self._experience for value in values) and self._experience:
            self._offer_experience(tuple(self._experience.values()))
        self.experience.set_chosen(value.id for value in values)

    def _choose_relocation(self, relocation: Named | None) -> None:
        box = self.form.relocationBox
        if relocation is None:
            box.setCurrentIndex(0 if box.count() else -1)
            return
        place = box.findData(relocation.id)
        if place < 0:
            place = box.count()
            _offer(box, relocation)
        box.setCurrentIndex(place)

    def _period(self) -> int | None:
        chosen = self.period.values()
        return int(chosen[0].id) if chosen else None

    def _tell(self) -> None:
        """Summaries of closed groups, and what is only of use with something else."""
        form = self.form
        form.relocationBox.setVisible(bool(self.region.values()))
        form.salaryUnnamed.setVisible(bool(form.salaryFrom.text() or form.salaryTo.text()))
        self.age_unnamed.setVisible(bool(form.ageFrom.text() or form.ageTo.text()))
        any_words = self.tr("any")
        self.period_group.tell(_names(self.period.values()), self.tr("at any time"))
        self.education_group.tell(_names(self.education.values()), any_words)
        self.conditions_group.tell(_names((*self.employment.values(), *self.schedule.values())), any_words)
        self.skills_group.tell(_names(self.skills.values()), any_words)
        self.person_group.tell(_names((*self.status.values(), *self.gender.values())), any_words)
        self.languages_group.tell(_names(self.languages.values()), any_words)
        self.papers_group.tell(_names((*self.licences.values(), *self.citizenship.values())), any_words)
        self.labels_group.tell(_names(self.labels.values()), self.tr("none"))

    # Words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.form.retranslateUi(self)
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Every word that is not in the form, anew."""
        self.setAccessibleName(self.tr("Filters"))
        self.form.filterScroll.setAccessibleName(self.tr("Filters"))
        self.add_words.set_words(self.tr("Add words"))
        self.words.retranslate()
        self.region.set_words(self.tr("Region"), self.tr("City or region"))
        self.roles.set_words(self.tr("role"))
        self.age_unnamed.setText(self.tr("and without a named age"))
        self.skills.set_words(self.tr("Skills"), self.tr("Skill"))
        self.languages.set_words(self.tr("Languages"), self.tr("Add a language"))
        self.languages.set_level_words(self.tr("Level of the language"), self.tr("From which level…"))
        self.citizenship.set_words(self.tr("Citizenship"), self.tr("Citizenship of…"))
        self.languages_group.header.setText(self.tr("Languages"))
        self.papers_group.header.setText(self.tr("Licence and citizenship"))
        self.period_group.header.setText(self.tr("Updated"))
        self.education_group.header.setText(self.tr("Education"))
        self.conditions_group.header.setText(self.tr("Employment and schedule"))
        self.skills_group.header.setText(self.tr("Key skills"))
        self.person_group.header.setText(self.tr("Status and gender"))
        self.labels_group.header.setText(self.tr("Further conditions"))
        self.period.set_entries([Named(id=str(days), name=period_text(days)) for days in _PERIODS])
        if self._experience:
            self._offer_experience(tuple(self._experience.values()))
        self.find_button.set_words(self.tr("Find"))
        self.reset_button.set_words(self.tr("Reset"))
        self.close_button.set_words(self.tr("Close the filters"), "Esc")
        self._tell()


def _names(values: Sequence[Named]) -> list[str]:
    return [value.name or value.id for value in values]


def _fill(box: QComboBox, entries: Sequence[Named], chosen: str) -> None:
    box.clear()
    for entry in entries:
        _offer(box, entry)
    place = box.findData(chosen)
    box.setCurrentIndex(max(place, 0) if entries else -1)


def _offer(box: QComboBox, entry: Named) -> None:
    """By a name that the panel has room for; hh.ru's whole one is its tool tip."""
    name = entry.name or entry.id
    box.addItem(wording.without_place(name), entry.id)
    box.setItemData(box.count() - 1, name, _WHOLE)
    box.setItemData(box.count() - 1, tip(name), Qt.ItemDataRole.ToolTipRole)
