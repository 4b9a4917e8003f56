"""Collects the strings of the window into resources/translations and says what still lacks a translation.

`make translations` runs it. hhdesk_ru.ts gets every string; hhdesk_en.ts only those with a number, because
English is the language of the source but its plurals have two forms. With `--check` nothing is written, and
the exit status tells whether both files are complete.

lupdate reads forms well, but in Python it misses another name of `translate` and a number that is an
expression. So the calls are read from the syntax tree here, and handed to lupdate as the C++ it was made for.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hatch_build import COMPILED, qt_tool  # noqa: E402  the root is on the path only from here on

TRANSLATIONS = ROOT / "resources" / "translations"
MARKERS = {"QT_TRANSLATE_NOOP", "QT_TR_NOOP"}


@dataclass(frozen=True)
class Phrase:
    """One call of tr, translate or a marker. numbered: the call gives a number for %n."""

    context: str
    source: str
    comment: str
    numbered: bool

    def as_cpp(self) -> str:
        """Returns the same call in C++."""
        literals = ", ".join(_cpp_literal(text) for text in (self.context, self.source, self.comment))
        return f"QCoreApplication::translate({literals}{', number' if self.numbered else ''});\n"


class NotLiteral(Exception):
    """The text of a call is put together in the source, so that it can never be translated."""


def phrases(module: Path) -> Iterator[Phrase]:
    """Yields the phrases of a Python module.

    Raises:
        NotLiteral: a text is an f-string or a sum.
    """
    tree = ast.parse(module.read_text(encoding="utf-8"), str(module))
    yield from _Reader(tree, module).below(tree, "")


class _Reader:
    """Reads one module: knows what it calls translate, and the constants that name contexts."""

    def __init__(self, tree: ast.Module, module: Path) -> None:
        self._module = module
        self._translators = {"translate"} | MARKERS
        self._constants: dict[str, str] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr="translate")):
                    self._translators.add(name)
        for node in tree.body:
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text)))
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text)))
                ):
                    self._constants[name] = text

    def below(self, node: ast.AST, owner: str) -> Iterator[Phrase]:
        """Yields the phrases of a node and of everything in it; owner is the class that it stands in."""
        if isinstance(node, ast.ClassDef):
            owner = node.name
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"tr", "QT_TR_NOOP"} and node.args:
                yield from self._phrase([ast.Constant(owner), *node.args])
            elif name in self._translators and len(node.args) > 1:
                yield from self._phrase(node.args)
        for child in ast.iter_child_nodes(node):
            yield from self.below(child, owner)

    def _phrase(self, arguments: list[ast.expr]) -> Iterator[Phrase]:
        context, source, *rest = arguments
        if isinstance(source, ast.JoinedStr | ast.BinOp):
            line = f"{self._module}:{source.lineno}"
            raise NotLiteral(f"{line}: a text to translate is one literal; put the parts in with .format()")
        place, text = self._text(context), self._text(source)
        comment = self._text(rest[0]) if rest else ""
        # A variable holds what was marked elsewhere.
        if place is not None and text is not None:
            yield Phrase(place, text, comment or "", numbered=len(rest) > 1)

    def _text(self, argument: ast.expr) -> str | None:
        match argument:
            case ast.Constant(value=str(text)):
                return text
            case ast.Name(id=name):
                return self._constants.get(name)
        return None


def _cpp_literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def modules() -> list[Path]:
    """Returns the modules whose strings people read: the window's, and those right under hhdesk."""
    compiled = ROOT / COMPILED
    inner = (path for path in (ROOT / "hhdesk/gui").rglob("*.py") if compiled not in path.parents)
    return sorted([*inner, *(ROOT / "hhdesk").glob("*.py")])


def collect(folder: Path = TRANSLATIONS) -> None:
    """Runs lupdate for both languages, writing into a folder that holds the two .ts files."""
    found = {phrase for module in modules() for phrase in phrases(module)}
    calls = sorted(phrase.as_cpp() for phrase in found)
    with tempfile.TemporaryDirectory() as drafts:
        source = Path(drafts) / "strings.cpp"
        source.write_text("void strings(int number) {\n" + "".join(calls) + "}\n", encoding="utf-8")
        for language, options in (("ru", []), ("en", ["-pluralonly"])):
            languages = ["-source-language", "en", "-target-language", language]
            settings = ["-silent", "-locations", "none", "-no-obsolete", *languages, *options]
            forms = sorted((ROOT / "ui").rglob("*.ui"))
            command = [qt_tool("lupdate"), *settings, source, *forms, "-ts", folder / f"hhdesk_{language}.ts"]
            subprocess.run([str(part) for part in command], check=True)


def unfinished(file: Path) -> list[str]:
    """Returns `context: source` of each message without a finished translation, in every plural form."""
    found = []
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else (list(translation.iter("numerusform")) or [translation])
            marked = translation is None or translation.get("type") == "unfinished"
            if marked or not forms or any(not (form.text or "").strip() for form in forms):
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def main() -> None:
    """Collects, then lists what is left to translate; with --check in a copy, and fails if anything is."""
    check = "--check" in sys.argv[1:]
    left = 0
    with tempfile.TemporaryDirectory() as copies:
        folder = Path(copies) if check else TRANSLATIONS
        if check:
            shutil.copytree(TRANSLATIONS, folder, dirs_exist_ok=True)
        collect(folder)
        for file in sorted(folder.glob("*.ts")):
            entries = unfinished(file)
            left += len(entries)
            sys.stdout.write(f"{file.name}: {len(entries)} without a translation\n")
            sys.stdout.writelines(f"  {entry}\n" for entry in entries)
    if check and left:
        sys.exit("run `make translations` and translate what is listed")


if __name__ == "__main__":
    main()
