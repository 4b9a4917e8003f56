"""Inviting: what hh.ru offers, what it costs, and the way through the outbox."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from hhdesk.domain.identity import VacancyId
from hhdesk.domain.negotiations import Action, InvitableVacancy
from hhdesk.domain.outbox import OutboxState
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Named
from hhdesk.gui.kit.chips import Badge
from tests.gui.resumes.search_desk import SearchDesk, until


async def test_invitation_waits_in_the_outbox_with_its_consent(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    desk.press(Qt.Key.Key_I)
    dialog = await desk.dialog()
    assert dialog.vacancy.currentText() == "Бухгалтер по заработной плате"
    assert dialog.message.toPlainText().startswith("Здравствуйте")
    assert desk.text("actPrice").startswith("Inviting spends 1 contact.")
    assert desk.text("actPreviewLetter") == dialog.message.toPlainText()
    assert desk.text("actWait") == "goes in 10 s, can be taken back"
    dialog.message.setPlainText("Егор, здравствуйте!")
    dialog.submit()
    await until(lambda: bool(desk.services.outbox.entries))
    entry = desk.services.outbox.entries[0]
    assert entry.state is OutboxState.WAITING
    assert entry.intent.letter == "Егор, здравствуйте!"
    assert entry.intent.consent is not None
    assert not desk.sandbox.state()["paid"]


async def test_vacancy_is_chosen_by_the_person_where_none_is_clearly_meant(desk: SearchDesk) -> None:
    await desk.search("водитель")
    desk.press(Qt.Key.Key_I)
    dialog = await desk.dialog()
    assert dialog.vacancy.count() > 1
    assert dialog.vacancy.key == ""
    assert dialog.vacancy.placeholderText() == "Choose a vacancy"
    # The dialog becomes active in a turn of its own.
    await until(dialog.vacancy.hasFocus)
    assert not dialog.do_button.isEnabled()
    assert dialog.do_button.toolTip() == "Choose a vacancy first"
    assert not dialog.message.isVisible()
    assert not dialog.message.toPlainText()
    dialog.submit()
    assert not desk.services.outbox.entries
    dialog.vacancy.setFocus()
    desk.press(Qt.Key.Key_Down)
    # It opens the list, and chooses nothing.
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert dialog.vacancy.key == ""
    view = dialog.vacancy.view()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    await until(lambda: dialog.message.toPlainText().startswith("Здравствуйте"))
    assert dialog.do_button.isEnabled()
    assert dialog.message.textCursor().atEnd()


async def test_who_is_in_the_fitting_vacancy_already_is_told(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    row = desk.section.list.model.items[0].resume
    assert isinstance(row, ResumeShort)
    act = Action(id="invite", name="Пригласить", enabled=True)
    other = InvitableVacancy(id=VacancyId("1"), name="Python-разработчик", can_invite=True, actions=(act,))
    known = InvitableVacancy(id=VacancyId("2"), name=row.title, state=Named(id="s", name="Оценка"))
    desk.section.invite._show(row, (other, known))
    dialog = await desk.dialog()
    assert dialog.vacancy.key == "2"
    assert not dialog.do_button.isEnabled()
    notice = dialog.findChild(QLabel, "actNotice.words")
    assert notice is not None
    assert "Оценка" in notice.text()
    assert dialog.vacancy.isEnabled()
    dialog.reject()


async def test_an_invitation_shows_on_its_row_and_in_the_reader(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.click_row(0)
    await desk.opened()
    desk.press(Qt.Key.Key_I)
    dialog = await desk.dialog()
    dialog.submit()
    model, key = desk.section.list.model, desk.section.list.view.current_id()

    def told() -> str:
        return model.content_at(model.row_of(key)).spoken()

    def badges() -> list[str]:
        return [one.words for one in desk.section.reader.findChildren(Badge) if one.isVisible()]

    await until(lambda: "→ invitation" in told())
    await until(lambda: "→ invitation" in badges())
    entry = desk.services.outbox.entries[0]
    await desk.services.outbox.take_back(entry.id)
    await until(lambda: "invitation" not in told())
    await until(lambda: "→ invitation" not in badges())


async def test_esc_leaves_everything(desk: SearchDesk) -> None:
    await desk.search("бухгалтер")
    desk.press(Qt.Key.Key_I)
    dialog = await desk.dialog()
    dialog.reject()
    assert not desk.services.outbox.entries
    assert not desk.sandbox.state()["traced"]


async def test_new_argument_that_hh_requires_is_for_the_site(desk: SearchDesk) -> None:
    desk.sandbox.fault("unknown_required_argument", "get-active-vacancy-list")
    await desk.search("бухгалтер")
    desk.press(Qt.Key.Key_I)
    dialog = await desk.dialog()
    assert dialog.notice.isVisible()
    assert not dialog.do_button.isEnabled()
