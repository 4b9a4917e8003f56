"""Rows are merged by id, measured once and painted only where they are seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hhdesk.gui.kit.rowdata import fit
from hhdesk.gui.kit.rows import (
    Cell,
    Column,
    ColumnsHeader,
    Density,
    Ink,
    RowAvatar,
    RowBadge,
    RowContent,
    RowLine,
    RowsModel,
    RowsView,
    group,
    seen,
)
from hhdesk.gui.kit.theme import Scheme, Theme, px


@dataclass(frozen=True)
class Person:
    id: str
    post: str = "Бухгалтер"
    pay: str = "95 000 ₽"


def to_row(person: Person) -> RowContent:
    return RowContent(
        person.id,
        (
            RowLine(person.post, person.pay),
            RowLine("Бухгалтер расчётного стола, Волжский кабельный завод", "5 л. 3 мес."),
            RowLine("42 года · Нижний Новгород", badges=(RowBadge("откликалась"),)),
        ),
        unread=int(person.id) % 2 == 0,
        avatar=RowAvatar("ПЕ", person.id),
    )


def people(*numbers: int) -> list[Person]:
    return [Person(str(number)) for number in numbers]


@pytest.fixture
def model(qtbot: QtBot) -> RowsModel[Person]:
    made: RowsModel[Person] = RowsModel(lambda person: person.id, to_row)
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]  # lives as long as the model
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    return made


def shown(qtbot: QtBot, model: RowsModel[Person], **look: object) -> RowsView:
    view = RowsView(**look)  # type: ignore[arg-type]  # looks come from the test
    qtbot.addWidget(view)
    view.set_rows(model)
    view.resize(400, 640)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([1, 2, 3], [1, 2, 3, 4]),
        ([1, 2, 3], [0, 1, 2, 3]),
        ([1, 2, 3, 4, 5], [2, 4]),
        ([1, 2, 3, 4], [4, 3, 2, 1]),
        ([1, 2, 3, 4], [9, 4, 8, 1, 7]),
        ([], [1, 2]),
        ([1, 2], []),
        (list(range(0, 300, 2)), list(range(300))),
        (list(range(300)), list(range(1, 300, 2))),
    ],
)
def test_replace_brings_the_new_rows_in_order(
    model: RowsModel[Person], before: list[int], after: list[int]
) -> None:
    model.replace(people(*before))
    model.replace(people(*after))
    assert model.ids == tuple(str(number) for number in after)
    assert [model.data(model.index(row)) for row in range(model.rowCount())] == [
        to_row(person).spoken() for person in people(*after)
    ]
    assert all(model.row_of(row_id) == row for row, row_id in enumerate(model.ids))


def test_refresh_tells_only_what_changed(model: RowsModel[Person]) -> None:
    model.replace(people(*range(50)))
    inserted: list[tuple[int, int]] = []
    changed: list[tuple[int, int]] = []
    removed: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    model.dataChanged.connect(lambda first, last, _: changed.append((first.row(), last.row())))
    fresh = people(100, *range(10), *range(12, 50))
    fresh[4] = replace(fresh[4], pay="100 000 ₽")
    model.replace(fresh)
    assert (inserted, removed, changed) == ([(0, 0)], [(10, 11)], [(4, 4)])


def test_same_rows_again_tell_nothing(model: RowsModel[Person]) -> None:
    told: list[object] = []
    model.replace(people(*range(50)))
    for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
        signal.connect(lambda *args: told.append(args))
    model.replace(people(*range(50)))
    assert told == []


def test_repeated_item_between_pages_is_one_row(model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 2, 3))
    model.append(people(3, 4))
    assert model.ids == ("1", "2", "3", "4")


@pytest.mark.parametrize("fresh", [[9, 8, 7, 3, 2, 1], [*range(0, 400, 2), 3]])
def test_selection_outlives_a_refresh(qtbot: QtBot, model: RowsModel[Person], fresh: list[int]) -> None:
    model.replace(people(*range(1, 400, 2)))
    view = shown(qtbot, model)
    view.choose("3")
    model.replace(people(*fresh))
    assert view.current_id() == "3"
    assert view.selected_ids() == ["3"]


def test_scroll_place_outlives_rows_that_came_above(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(*range(100)))
    view = shown(qtbot, model)
    view.scrollTo(model.index_of("60"), RowsView.ScrollHint.PositionAtTop)
    model.replace(people(*range(200, 230), *range(100)))
    assert abs(view.visualRect(model.index_of("60")).top()) <= 1


def test_at_the_head_new_rows_come_into_sight(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(*range(100)))
    view = shown(qtbot, model)
    model.replace(people(500, *range(100)))
    assert view.indexAt(QPoint(10, 10)).row() == 0


def test_scrolling_two_thousand_rows_measures_each_seen_row_once(
    qtbot: QtBot, model: RowsModel[Person]
) -> None:
    made: list[str] = []

    def counted_row(person: Person) -> RowContent:
        made.append(person.id)
        return to_row(person)

    counted: RowsModel[Person] = RowsModel(lambda person: person.id, counted_row)
    counted.replace(people(*range(2000)))
    view = shown(qtbot, counted)
    view.grab()
    screen = view.viewport().height() // view.rows.row_height() + 2
    assert view.rows.layouts_made <= screen
    assert len(made) <= screen
    bar = view.verticalScrollBar()
    for step in range(1, 101):
        bar.setValue(step * view.rows.row_height())
        view.grab()
    assert view.rows.layouts_made <= 100 + screen + 1
    before = view.rows.layouts_made
    for step in range(100, 0, -1):
        bar.setValue(step * view.rows.row_height())
        view.grab()
    assert view.rows.layouts_made == before
    assert len(made) <= 100 + screen + 1


def test_density_and_type_size_measure_anew(qtbot: QtBot, model: RowsModel[Person], theme: Theme) -> None:
    model.replace(people(*range(20)))
    view = shown(qtbot, model)
    view.grab()
    roomy = view.visualRect(model.index(0)).height()
    view.rows.set_density(Density.DENSE)
    view.executeDelayedItemsLayout()
    assert view.visualRect(model.index(0)).height() < roomy
    theme.set_zoom(2.0)
    view.executeDelayedItemsLayout()
    assert view.visualRect(model.index(0)).height() == 2 * 26
    theme.set_zoom(1.0)


@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_density_paints_something(
    qtbot: QtBot, model: RowsModel[Person], theme: Theme, density: Density, scheme: Scheme
) -> None:
    theme.set_scheme(scheme)
    model.replace(people(*range(20)))
    view = shown(qtbot, model, density=density, ticks=True, avatars=True)
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for y in (12, 20, 30) for x in range(0, image.width(), 2)}
    assert len(colours) > 3


def test_right_text_and_badges_are_never_elided(qtbot: QtBot, model: RowsModel[Person]) -> None:
    long = Person("1", post="Бухгалтер по расчёту заработной платы и учёту кадров в крупном холдинге")
    model.replace([long])
    view = shown(qtbot, model)
    laid = view.rows.laid(model.content_at(0), 260, view.rows.row_height())
    texts = [layout.text() for layout, _, _ in laid.texts]
    assert "95 000 ₽" in texts
    assert laid.elided
    assert any(text.endswith("…") for text in texts)
    right = max(place.x() + layout.lineAt(0).naturalTextWidth() for layout, place, _ in laid.texts)
    assert right <= 260


def test_ticks_survive_a_refresh_and_leave_with_their_row(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 3))
    model.tick(["1", "3", "unknown"])
    model.replace(people(3, 4))
    assert model.ticked == {"3"}


def test_a_click_on_the_box_ticks(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 3))
    view = shown(qtbot, model, ticks=True)
    spot = view.visualRect(model.index(1)).topLeft() + QPoint(px(1.6), px(2))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, spot.toPointF(), view.viewport().mapToGlobal(spot).toPointF(),
                            Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
    assert model.ticked == {"2"}


def test_whoever_is_ticked_is_told_from_the_row_the_person_is_on(
    qtbot: QtBot, model: RowsModel[Person], theme: Theme
) -> None:
    model.replace(people(1, 2, 3))
    view = shown(qtbot, model, ticks=True)
    view.choose("3")
    model.tick(["1", "2"])
    picture = view.viewport().grab().toImage()

    def ground(row_id: str) -> str:
        rect = view.visualRect(model.index_of(row_id))
        return picture.pixelColor(rect.right() - 4, rect.top() + 4).name()

    assert ground("1") == ground("2") == theme.current().list.name()
    assert ground("3") != ground("1")


def test_steps_go_over_group_headers(qtbot: QtBot) -> None:
    rows: RowsModel[RowContent] = RowsModel(lambda one: one.id, lambda one: one)
    rows.replace(
        [group("g1", "Менеджер", "2"), to_row(Person("1")), group("g2", "Кладовщик"), to_row(Person("2"))]
    )
    view = RowsView(groups=True)
    qtbot.addWidget(view)
    view.set_rows(rows)
    moved: list[str] = []
    view.chosen.connect(moved.append)
    view.step(1)
    view.step(1)
    view.step(1)
    view.step(-1)
    assert moved == ["1", "2", "1"]


def test_shift_steps_extend_the_selection(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 3))
    view = shown(qtbot, model)
    view.step(1)
    view.step(1, extend=True)
    assert view.selected_ids() == ["1", "2"]


def test_skeleton_rows_stand_for_what_comes_and_leave(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.show_skeleton(8)
    assert model.rowCount() == 8
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    view = shown(qtbot, model)
    view.grab()
    model.replace(people(1))
    assert model.rowCount() == 1


def test_row_is_one_sentence_for_a_screen_reader(model: RowsModel[Person]) -> None:
    said = RowContent("1", (RowLine("Пчелинцев Егор", "11:04"),), sentence="Пчелинцев Егор, новый, 29 лет")
    plain = RowContent("2", (RowLine("Пчелинцев Егор", "11:04", badges=(RowBadge("тест"),)),))
    assert said.spoken() == "Пчелинцев Егор, новый, 29 лет"
    assert plain.spoken() == "Пчелинцев Егор, 11:04, тест"
    model.replace(people(1))
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == to_row(Person("1")).spoken()


def test_near_end_is_told_once_there_is_less_than_a_screen(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(*range(100)))
    view = shown(qtbot, model)
    with qtbot.waitSignal(view.near_end):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())


def test_columns_drop_in_their_order_when_there_is_no_room() -> None:
    columns = (
        Column("post", "Post"), Column("city", "City", width=8, drop=2), Column("pay", "Pay", width=6),
        Column("age", "Age", width=4, drop=1),
    )  # fmt: skip
    assert None not in fit(columns, 600, 13, 10)
    narrow = fit(columns, 300, 13, 10)
    assert narrow[1] is None
    assert narrow[0] is not None
    assert narrow[2] is not None
    assert narrow[2][0] + narrow[2][1] <= 300


def test_header_asks_for_an_order(qtbot: QtBot, model: RowsModel[Person]) -> None:
    columns = (Column("post", "Должность", sortable=True), Column("pay", "Зарплата", width=6, right=True))
    view = shown(qtbot, model, density=Density.DENSE, columns=columns)
    header = ColumnsHeader(view)
    qtbot.addWidget(header)
    header.resize(400, header.sizeHint().height())
    header.set_sorted("post", True)
    header.grab()
    with qtbot.waitSignal(header.sort_asked) as asked:
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(px(4), 10))
    assert asked.args == ["post"]


def test_pieces_of_content() -> None:
    content = RowContent("1", (RowLine("Post", "Pay"), RowLine("Firm")), unread=True)
    assert content.cells_or_made() == (
        Cell("Post", Ink.TITLE),
        Cell("Firm", Ink.QUIET),
        Cell("Pay", Ink.STRONG),
    )
    assert not seen(content).unread
    assert content.lines_for(Density.MEDIUM) == content.lines
    assert "Firm" in content.whole()


def test_selecting_several_gives_ids_in_order(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 3, 4))
    view = shown(qtbot, model)
    for row in (3, 0):
        view.selectionModel().select(model.index(row), QItemSelectionModel.SelectionFlag.Select)
    assert view.selected_ids() == ["1", "4"]
    assert model.item(QModelIndex()) is None


def test_going_to_a_row_with_ctrl_held_leaves_the_one_before(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 3, 4))
    view = shown(qtbot, model)
    view.choose("1")
    window = view.window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    view.choose("3")
    QTest.keyRelease(window, Qt.Key.Key_Z)
    assert view.selected_ids() == ["3"]


def tints(view: RowsView, row: int) -> int:
    """The colour of an empty spot of a row."""
    return (
        view.viewport()
        .grab()
        .toImage()
        .pixel(view.visualRect(view.model().index(row, 0)).bottomLeft() + QPoint(5, -8))
    )


def test_the_row_under_a_resting_mouse_is_not_tinted(qtbot: QtBot, model: RowsModel[Person]) -> None:
    model.replace(people(1, 2, 3, 4))
    view = shown(qtbot, model)
    view.choose("1")
    QTest.mouseMove(view.viewport(), view.visualRect(model.index(2)).center())
    qtbot.waitUntil(lambda: tints(view, 2) != tints(view, 3))
    view.step(1)
    assert tints(view, 2) == tints(view, 3)
    QTest.mouseMove(view.viewport(), view.visualRect(model.index(2)).center() + QPoint(9, 0))
    qtbot.waitUntil(lambda: tints(view, 2) != tints(view, 3))
