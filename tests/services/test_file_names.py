"""Names of files that we write."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import ResumeShort
from hhdesk.services import file_names


def resume(last: str = "", first: str = "", title: str = "") -> ResumeShort:
    return ResumeShort(id=ResumeId("abc123"), last_name=last, first_name=first, title=title)


@pytest.mark.parametrize(
    ("who", "name"),
    [
        (resume("Иванова", "Мария", "Бухгалтер"), "Иванова Мария, Бухгалтер.pdf"),
        (resume(title="Сварщик 6 разряда"), "Сварщик 6 разряда, abc123.pdf"),
        (resume("Ли", "", ""), "Ли.pdf"),
        (resume(), "abc123.pdf"),
        (resume("../../etc", "passwd", "x"), "etc passwd, x.pdf"),
        (resume('a/b\\c:d*e?f"g<h>i|j', "", "k"), "a b c d e f g h i j, k.pdf"),
        (resume("Иванов\u202efdp.exe", "", ""), "Ивановfdp.exe.pdf"),
        (resume("Иванов\r\n\0", "Пётр", "Java\tdev"), "Иванов Пётр, Java dev.pdf"),
        (resume("CON", "", ""), "_CON.pdf"),
        (resume("com1.x", "", ""), "_com1.x.pdf"),
        (resume("NUL ", "", "."), "_NUL.pdf"),
        (resume("Кот ", "", "C++ / Qt..."), "Кот, C++ Qt.pdf"),
        (resume("Й", "", ""), "Й.pdf"),
    ],
)
def test_resume_file_names(who: ResumeShort, name: str) -> None:
    assert file_names.resume_file(who, "pdf") == name


def test_nameless_people_of_one_trade_are_told_apart() -> None:
    day = datetime(2026, 11, 20, 12, tzinfo=UTC)
    names = [
        file_names.resume_file(ResumeShort(id=ResumeId(id_), title=title, updated_at=day), "pdf")
        for id_ in ("1f3a9c77", "2b")
        for title in ("Менеджер по продажам", "Ж" * 300)
    ]
    assert names[0] == "Менеджер по продажам, 2026-11-20, 1f3a9c.pdf"
    assert names[1].endswith("Ж, 2026-11-20, 1f3a9c.pdf")
    assert len(names[1]) == file_names.LONGEST
    assert len(set(names)) == len(names)


@given(some.text(), some.text(), some.text())
def test_any_person_gets_a_sound_name(last: str, first: str, title: str) -> None:
    name = file_names.resume_file(resume(last, first, title), "pdf")
    assert name.endswith(".pdf")
    assert len(name) <= file_names.LONGEST + 1
    assert len(name.encode()) <= 4 * (file_names.LONGEST + 1)
    assert Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert name == name.strip(" ")
    assert not name.startswith(".")


def test_long_name_keeps_its_suffix() -> None:
    name = file_names.resume_file(resume("Щ" * 300, "", "Ж" * 300), "pdf")
    assert len(name) == file_names.LONGEST
    assert name.endswith("Щ.pdf")
    assert len(name.encode()) <= 255


def test_a_name_is_shown_without_what_tells_it_from_its_like() -> None:
    assert file_names.without_tail("Бухгалтер, 2026-11-24, 1f3a9c.pdf") == "Бухгалтер.pdf"
    assert file_names.without_tail("Куницына Вера, бухгалтер.pdf") == "Куницына Вера, бухгалтер.pdf"
    assert file_names.without_tail("Курс, 2026-11-24.pdf") == "Курс, 2026-11-24.pdf"
