"""What the build promises: everything compiles, everything listed exists, everything fetched is locked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from licences import libraries, licence, texts

import hhdesk
from hatch_build import COMPILED, CompileError, compile_all, resource_files

ROOT = Path(__file__).resolve().parents[2]
FORM = """<ui version="4.0"><class>Greeting</class><widget class="QDialog" name="Greeting">
<layout class="QVBoxLayout"><item><widget class="QLabel" name="words"><property name="text">
<string>Hello</string></property></widget></item></layout></widget></ui>"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree with one form, one translation and a resource collection that lists both kinds."""
    (tmp_path / "ui/greetings").mkdir(parents=True)
    (tmp_path / "ui/greetings/greeting.ui").write_text(FORM, encoding="utf-8")
    translations = tmp_path / "resources/translations"
    translations.mkdir(parents=True)
    (translations / "hhdesk_ru.ts").write_text('<TS version="2.1" language="ru"/>', encoding="utf-8")
    (tmp_path / "resources/resources.qrc").write_text(
        '<RCC><qresource prefix="/"><file>note.txt</file>'
        f"<file>../{COMPILED.as_posix()}/hhdesk_ru.qm</file></qresource></RCC>",
        encoding="utf-8",
    )
    (tmp_path / "resources/note.txt").write_text("one", encoding="utf-8")
    return tmp_path


def locked(lock: str) -> dict[str, str]:
    """Returns the version of each package in a lock file."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w-]+)==(\S+)", text, re.MULTILINE))


def test_each_kind_of_source_is_compiled(tree: Path) -> None:
    written = {path.name for path in compile_all(tree)}
    assert written == {"__init__.py", "ui_greeting.py", "hhdesk_ru.qm", "resources.rcc", "resources_rc.py"}
    form = (tree / COMPILED / "ui_greeting.py").read_text(encoding="utf-8")
    assert "def setupUi(self, Greeting: QDialog) -> None:" in form
    assert "def retranslateUi(self, Greeting: QDialog) -> None:" in form


def test_only_what_changed_is_compiled_again(tree: Path) -> None:
    compile_all(tree)
    assert compile_all(tree) == []
    (tree / "resources/note.txt").write_text("two", encoding="utf-8")
    assert [path.name for path in compile_all(tree)] == ["resources.rcc"]


def test_a_product_goes_with_its_source(tree: Path) -> None:
    compile_all(tree)
    (tree / "ui/greetings/greeting.ui").unlink()
    compile_all(tree)
    assert not (tree / COMPILED / "ui_greeting.py").exists()


def test_a_broken_form_is_named(tree: Path) -> None:
    (tree / "ui/greetings/greeting.ui").write_text("<ui><widget", encoding="utf-8")
    with pytest.raises(CompileError, match=r"greeting\.ui"):
        compile_all(tree)


def test_two_forms_of_one_name_are_refused(tree: Path) -> None:
    (tree / "ui/greeting.ui").write_text(FORM, encoding="utf-8")
    with pytest.raises(CompileError, match="ui_greeting"):
        compile_all(tree)


def test_a_listed_file_that_is_missing_is_named(tree: Path) -> None:
    (tree / "resources/note.txt").unlink()
    with pytest.raises(CompileError, match=r"note\.txt"):
        compile_all(tree)


def test_every_form_of_hhdesk_is_compiled() -> None:
    compile_all(ROOT)
    products = {path.name for path in (ROOT / COMPILED).glob("ui_*.py")}
    assert products == {f"ui_{form.stem}.py" for form in (ROOT / "ui").rglob("*.ui")}


def test_the_resource_collection_lists_every_font_icon_and_picture_once() -> None:
    resources = ROOT / "resources"
    listed = [path.relative_to(resources).as_posix() for path in resource_files(resources / "resources.qrc")]
    assert len(listed) == len(set(listed))
    present = [*resources.glob("fonts/*.ttf"), *resources.glob("icons/*.svg")]
    assert {path.relative_to(resources).as_posix() for path in present} <= set(listed)


def test_icons_take_the_colour_they_are_given() -> None:
    icons = list((ROOT / "resources/icons").glob("*.svg"))
    assert len(icons) > 50
    fixed = [icon for icon in icons if 'stroke="currentColor"' not in icon.read_text(encoding="utf-8")]
    assert fixed == []


def test_licences_lie_beside_what_they_are_for() -> None:
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources/fonts/OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in (ROOT / "resources/icons/LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    assert len(blocks) > 20
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []
    assert "://" not in text
    assert "--index" not in text


def test_both_locks_agree() -> None:
    assert locked("run.txt").items() <= locked("dev.txt").items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    names = {re.split(r"[<>=]", name)[0].lower().replace("_", "-") for name in wanted}
    assert names <= set(locked("run.txt"))


def test_readme_says_what_every_library_is_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = re.findall(r"^\| ([\w-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    wanted = {re.split(r"[<>=;\s\[]", name)[0] for name in project["project"]["dependencies"]}
    assert wanted <= set(named)


def test_every_library_in_the_package_names_its_licence() -> None:
    unnamed = [
        library.name
        for library in libraries()
        if licence(library) == "see its text" and not list(texts(library))
    ]
    assert unnamed == []


def test_the_version_has_one_source() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "hhdesk/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", hhdesk.__version__)
