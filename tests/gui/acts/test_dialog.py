"""The dialog is made of `arguments[]`: it knows no act of hh.ru's by its id."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hhdesk.domain.identity import ResumeId, VacancyId
from hhdesk.domain.negotiations import (
    Action,
    Address,
    Argument,
    InvitableVacancy,
    Letter,
    SubAction,
    Template,
)
from hhdesk.domain.outbox import OutboxEntry, OutboxState
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Named
from hhdesk.gui.acts.dialog import ActDialog
from hhdesk.gui.acts.request import ActChoice, ActOffer, ActRequest, choices
from hhdesk.gui.kit.fields import FieldMessage
from hhdesk.gui.sections import act
from hhdesk.services.context import now
from hhdesk.services.drafts import ActDraft
from tests.gui.resumes.search_desk import until

LETTERS = {"kind": "Здравствуйте!", "short": "Ждём вас."}


class Opening:
    """One opening of the dialog for made-up acts; keeps what was submitted."""

    def __init__(self, qtbot: QtBot, *actions: Action, existing: Named | None = None) -> None:
        self.submitted: list[ActDraft] = []
        self.opened: list[ActOffer] = []
        self._host = QWidget()
        self._host.resize(1400, 860)
        qtbot.addWidget(self._host)
        self._host.show()
        vacancy = InvitableVacancy(id=VacancyId("1"), name="Кладовщик", can_invite=True, actions=actions)
        resume = ResumeShort(id=ResumeId("r"), title="Кладовщик")

        def draft(choice: ActChoice) -> ActDraft:
            return ActDraft(
                action=choice.action, sub_action=choice.sub_action, vacancy=vacancy, resume=resume
            )

        offer = ActOffer("1", "Кладовщик", choices(actions), draft, existing)
        request = ActRequest(
            title="Act", person_name="Пчелинцев Егор", person_detail="Кладовщик", seed="1", offers=(offer,),
            letter=self._letter, addresses=self._addresses, submit=self._submit,
            open_existing=self.opened.append, site_url="https://hh.ru/resume/r",
        )  # fmt: skip
        self.dialog = ActDialog.open_for(request, self._host)

    async def _letter(self, template: Template) -> Letter:
        return Letter(mail=LETTERS[template.id], sms="Вас пригласили")

    async def _addresses(self) -> tuple[Address, ...]:
        return (Address(id="7", text="ул. Рождественская, 12"),)

    async def _submit(self, draft: ActDraft) -> OutboxEntry:
        self.submitted.append(draft)
        moment = now()
        return OutboxEntry(
            id=1, key="k", intent=draft.intent(act("invite")), state=OutboxState.WAITING,
            created_at=moment, send_at=moment, changed_at=moment,
        )  # fmt: skip

    def shown(self, name: str) -> bool:
        found = self.dialog.findChild(QWidget, name)
        return found is not None and found.isVisibleTo(self.dialog)

    @property
    def letter(self) -> QTextEdit:
        return self.dialog.message


def action(identifier: str, *arguments: Argument, **more: object) -> Action:
    """An act nobody has heard of."""
    fields = {"url": f"https://api.hh.ru/negotiations/{identifier}/1"} | more
    return Action(id=identifier, name=identifier.title(), arguments=arguments, **fields)  # type: ignore[arg-type]  # fields of Action


MESSAGE = Argument(id="message", required=True)


async def test_only_what_hh_asks_for_is_shown(qtbot: QtBot) -> None:
    with_all = action("teleport", MESSAGE, Argument(id="send_sms"), Argument(id="address_id"))
    opening = Opening(qtbot, action("wave"), with_all)
    assert not opening.shown("actMessage")
    assert not opening.shown("actSms")
    opening.dialog.action.set_key("teleport")
    opening.dialog.action.chosen.emit("teleport")
    assert opening.shown("actMessage")
    assert opening.shown("actSms")
    assert opening.shown("actAddress")
    assert opening.dialog.address.currentText() == "Without an address"
    await until(lambda: opening.dialog.address.count() == 2)


async def test_letter_comes_from_the_template_and_goes_as_written(qtbot: QtBot) -> None:
    templates = (Template(id="kind", name="Добрый"), Template(id="short", name="Короткий", quick=True))
    opening = Opening(qtbot, action("teleport", MESSAGE, Argument(id="send_sms"), templates=templates))
    await until(lambda: opening.letter.toPlainText() == "Ждём вас.")
    opening.letter.setPlainText("Ждём вас в четверг.")
    sms = opening.dialog.findChild(QCheckBox, "actSms")
    assert sms is not None
    assert "Вас пригласили" in sms.text()
    sms.setChecked(True)
    opening.dialog.submit()
    await until(lambda: bool(opening.submitted))
    form = dict(opening.submitted[0].form())
    assert form["message"] == "Ждём вас в четверг."
    assert form["send_sms"] == "true"


async def test_problem_stands_at_its_field_only_after_the_person_tried(qtbot: QtBot) -> None:
    opening = Opening(qtbot, action("teleport", MESSAGE))
    trouble = opening.dialog.findChild(FieldMessage, "actMessageTrouble")
    assert trouble is not None
    assert not trouble.isVisible()
    QTest.keyClick(opening.dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert trouble.words
    assert opening.submitted == []
    opening.letter.setPlainText("Здравствуйте!")
    assert not trouble.isVisible()
    opening.dialog.submit()
    await until(lambda: bool(opening.submitted))


async def test_unknown_required_argument_is_for_the_site(qtbot: QtBot) -> None:
    opening = Opening(qtbot, action("teleport", MESSAGE, Argument(id="moon_phase", required=True)))
    assert opening.shown("actNotice")
    assert not opening.dialog.do_button.isEnabled()
    asked: list[str] = []
    opening.dialog.site_asked.connect(asked.append)
    opening.dialog.notice.acted.emit()
    assert asked == ["https://hh.ru/resume/r"]


async def test_unknown_optional_argument_is_left_out(qtbot: QtBot) -> None:
    opening = Opening(qtbot, action("teleport", MESSAGE, Argument(id="moon_phase")))
    opening.letter.setPlainText("Здравствуйте!")
    opening.dialog.submit()
    await until(lambda: bool(opening.submitted))
    assert [name for name, _ in opening.submitted[0].form()] == ["message"]


async def test_existing_response_is_opened_instead(qtbot: QtBot) -> None:
    existing = Named(id="interview", name="Интервью")
    opening = Opening(qtbot, action("teleport", MESSAGE), existing=existing)
    assert opening.shown("actNotice")
    assert opening.dialog.draft is None
    opening.dialog.notice.acted.emit()
    assert [offer.vacancy_id for offer in opening.opened] == ["1"]


async def test_sub_action_is_a_choice_of_its_own(qtbot: QtBot) -> None:
    stages = (SubAction(id="s1", name="Обзвон"), SubAction(id="s2", name="Ждём"))
    opening = Opening(qtbot, action("teleport", sub_actions=stages), action("hide", hidden=True))
    box = opening.dialog.action
    assert [box.itemText(row) for row in range(box.count())] == ["Teleport", "Обзвон", "Ждём"]
    box.set_key("teleport/s2")
    box.chosen.emit("teleport/s2")
    opening.dialog.submit()
    await until(lambda: bool(opening.submitted))
    assert opening.submitted[0].sub_action == stages[1]


async def test_an_act_without_an_address_is_done_by_its_sub_actions_only(qtbot: QtBot) -> None:
    stages = (SubAction(id="s1", name="Обзвон", url="https://api.hh.ru/s1"),)
    opening = Opening(qtbot, action("teleport", sub_actions=stages, url=""), action("wave"))
    box = opening.dialog.action
    assert [box.itemText(row) for row in range(box.count())] == ["Обзвон", "Wave"]


async def test_nothing_is_sent_by_esc(qtbot: QtBot) -> None:
    opening = Opening(qtbot, action("wave"))
    QTest.keyClick(opening.dialog, Qt.Key.Key_Escape)
    assert opening.submitted == []


@pytest.mark.parametrize("count", [0, 1])
async def test_no_act_says_so(qtbot: QtBot, count: int) -> None:
    opening = Opening(qtbot, *[action("hide", hidden=True)] * count)
    assert opening.shown("actNotice")
    assert not opening.dialog.do_button.isEnabled()
