"""One letter for many: places made of hh.ru's text for one person, and proven by another's."""

from __future__ import annotations

from hhdesk.services import places

EGOR = {"Name and patronymic": "Егор Ильич", "Name": "Егор", "Vacancy": "Кладовщик"}
LADA = {"Name and patronymic": "Лада", "Name": "Лада", "Vacancy": "Кладовщик"}


def test_what_belongs_to_a_person_becomes_a_place() -> None:
    text = places.of_letters(
        [("Егор Ильич, спасибо за «Кладовщик».", EGOR), ("Лада, спасибо за «Кладовщик».", LADA)]
    )
    assert text == "[Name and patronymic], спасибо за «[Vacancy]»."
    assert places.filled(text, LADA) == "Лада, спасибо за «Кладовщик»."


def test_a_text_that_is_not_right_for_another_is_none() -> None:
    """hh.ru's other form of a name stays where it is, and everybody would get it."""
    assert places.of_letters([("Пишем Егору.", EGOR), ("Пишем Ладе.", LADA)]) == ""


def test_a_name_inside_another_word_is_no_place() -> None:
    assert places.of_letters([("Егоров день, Егор", EGOR)]) == "Егоров день, [Name]"


def test_what_is_missing_is_told_only_where_the_text_has_a_place_for_it() -> None:
    nobody = {**EGOR, "Name": ""}
    assert places.missing("[Name], добрый день", nobody) == ("Name",)
    assert places.missing("Добрый день", nobody) == ()
