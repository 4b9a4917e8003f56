"""The invented people are believable: names fit, careers add up, nulls are where hh.ru has them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from hhdesk.sandbox import cards, careers
from hhdesk.sandbox.names import full_name, surname
from hhdesk.sandbox.professions import PROFESSIONS

TODAY = date(2026, 11, 25)
CARDS = [cards.draw(7, index) for index in range(3000)]


@pytest.mark.parametrize(
    ("man", "woman"),
    [("Озеров", "Озерова"), ("Загорский", "Загорская"), ("Бойченко", "Бойченко"), ("Ковалец", "Ковалец")],
)
def test_surnames_have_the_right_endings(man: str, woman: str) -> None:
    assert (surname(man, False), surname(man, True)) == (man, woman)


def test_verbs_have_the_right_endings() -> None:
    assert careers.feminine("Вёл базу из 140 постоянных клиентов") == "Вела базу из 140 постоянных клиентов"
    assert (
        careers.feminine("Принимал и размещал товар по ячейкам") == "Принимала и размещала товар по ячейкам"
    )


def test_patronymics_fit() -> None:
    for card in CARDS:
        middle = full_name(7, card.person, card.woman).middle
        assert middle is None or middle.endswith("на") is card.woman


def test_careers_add_up_and_fit_the_age() -> None:
    for card in CARDS:
        found = careers.jobs(7, card, TODAY)
        assert sum(job.months for job in found) == card.months
        for job, before in pairwise(found):
            assert before.end is not None
            assert before.start < before.end <= job.start
        if found:
            assert (TODAY.year - found[-1].start.year) < card.age - 15


def test_everything_that_may_be_missing_is_missing_sometimes() -> None:
    assert any(not card.age_known for card in CARDS)
    assert any(card.salary is None for card in CARDS)
    assert any(not card.gender_known for card in CARDS)
    assert any(card.months == 0 for card in CARDS)
    assert any(full_name(7, card.person, card.woman).middle is None for card in CARDS)
    assert any(careers.about(7, card) is None for card in CARDS)


def test_people_have_second_resumes_in_their_trade() -> None:
    second = [card for card in CARDS if card.person != card.index]
    assert second
    for card in second:
        first = CARDS[card.person]
        assert (first.age, first.area, first.woman, first.trade) == (
            card.age,
            card.area,
            card.woman,
            card.trade,
        )


def test_every_trade_is_there() -> None:
    assert len(PROFESSIONS) >= 12
    assert {card.trade for card in CARDS} == set(range(len(PROFESSIONS)))


def test_ids_lead_back_and_forged_ones_nowhere() -> None:
    for index in (0, 1, 2999):
        assert cards.index_of(7, cards.resume_id(7, index), 3000) == index
    assert cards.index_of(7, cards.resume_id(8, 5), 3000) is None
    assert cards.index_of(7, "nonsense", 3000) is None
    assert len({cards.resume_id(7, index) for index in range(3000)}) == 3000
