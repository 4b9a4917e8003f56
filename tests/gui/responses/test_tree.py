"""The tree of vacancies: its words can be read, in the language of now."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.responses.responses_desk import ResponsesDesk
from tests.gui.resumes.search_desk import until


async def test_the_tree_speaks_the_language_of_now(desk: ResponsesDesk) -> None:
    tree = desk.section.tree
    index = tree.index_of(tree.vacancies[0].id)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert "left" in index.data(spoken)
    await desk.services.settings.change(language="ru")
    await until(lambda: "ещё" in index.data(spoken))
    assert "left" not in index.data(spoken)


async def test_a_long_name_of_a_list_goes_on_in_a_second_line(desk: ResponsesDesk) -> None:
    tree = desk.section.tree
    lists = tree.collections(tree.current[0])
    heights = {one.name: tree.visualRect(tree.index_of(tree.current[0], one.id)).height() for one in lists}
    longest, shortest = max(heights, key=len), min(heights, key=len)
    assert heights[longest] > heights[shortest]
    desk.section.split.setSizes([600, 340, 500])
    await until(
        lambda: len({tree.visualRect(tree.index_of(tree.current[0], one.id)).height() for one in lists}) == 1
    )
