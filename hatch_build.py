"""Compiles forms, translations and resources into hhdesk/gui/compiled.

The build hook calls `compile_all` for wheels and editable installations; `make forms` runs this file.
Qt's own tools do the work. They are called directly, not through PySide6's wrappers, so that neither a
display nor an activated environment is needed.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = Path("hhdesk/gui/compiled")
# Part of every fingerprint: raised when this file starts to write something else from the same sources.
RECIPE = 3

_PACKAGE_TEXT = '"""Compiled from ui/ and resources/ by hatch_build.py. Not committed."""\n'
_RESOURCE_MODULE = '''"""Makes fonts, icons and words available under ":/". Written by hatch_build.py."""

from pathlib import Path

from PySide6.QtCore import QResource

if not QResource.registerResource(str(Path(__file__).with_name("resources.rcc"))):
    raise ImportError("hhdesk/gui/compiled/resources.rcc cannot be read; make forms writes it")
'''
_UNTYPED_METHOD = re.compile(r"^    def (setupUi|retranslateUi)\(self, (\w+)\):$", re.MULTILINE)

_IMPORT = re.compile(r"^from (?P<module>PySide6\.\w+) import \((?P<names>[^)]*)\)\n", re.MULTILINE)


class CompileError(Exception):
    """A source could not be compiled; the message names the tool, the source and the tool's words."""


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles before hatchling collects the files of a wheel or an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before each build."""
        compile_all(Path(self.root))


def compile_all(root: Path) -> list[Path]:
    """Brings hhdesk/gui/compiled up to date and returns what was written anew.

    `ui/**/NAME.ui` becomes `ui_NAME.py`, `resources/translations/NAME.ts` becomes `NAME.qm`, and
    `resources/resources.qrc`, which lists the .qm files too, becomes `resources.rcc`; importing
    `resources_rc` maps it into memory. A product is written
    only when the content of its sources, the version of Qt or the recipe changed; one whose source is gone
    is removed.

    Raises:
        CompileError: a source is broken, or two forms have one name.
    """
    target = root / COMPILED
    target.mkdir(parents=True, exist_ok=True)
    known = _read_fingerprints(target)
    fresh: dict[str, str] = {}
    written: list[Path] = []

    def bring(product: str, sources: Iterable[Path], make: Callable[[Path], None]) -> None:
        fresh[product] = _fingerprint(root, sources)
        path = target / product
        if known.get(product) != fresh[product] or not path.is_file():
            make(path)
            written.append(path)

    bring("__init__.py", [], partial(_write, _PACKAGE_TEXT))
    for form in _forms(root):
        bring(f"ui_{form.stem}.py", [form], partial(_compile_form, form))
    for translation in sorted((root / "resources/translations").glob("*.ts")):
        bring(f"{translation.stem}.qm", [translation], partial(_compile_translation, translation))
    collection = root / "resources/resources.qrc"
    listed = [collection, *resource_files(collection)]
    bring("resources.rcc", listed, partial(_compile_resources, collection))
    bring("resources_rc.py", [], partial(_write, _RESOURCE_MODULE))

    for path in target.glob("[!.]*.*"):
        if path.name not in fresh and path.name != _FINGERPRINTS:
            path.unlink(missing_ok=True)
    if fresh != known:
        _write(json.dumps(fresh, indent=1), target / _FINGERPRINTS)
    return written


def resource_files(collection: Path) -> Iterator[Path]:
    """Yields the files that a .qrc lists, as paths."""
    for entry in ElementTree.parse(collection).iter("file"):
        yield collection.parent / (entry.text or "").strip()


def qt_tool(name: str) -> Path:
    """Returns the path of Qt's uic, rcc, lrelease or lupdate inside the installed PySide6_Essentials.

    Raises:
        CompileError: PySide6 is not installed, or its wheel has no such tool.
    """
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        raise CompileError("PySide6 is not installed, so forms and resources cannot be compiled")
    home = Path(package.origin).parent
    suffix = ".exe" if sys.platform == "win32" else ""
    for folder in (home, home / "Qt" / "libexec"):
        tool = folder / f"{name}{suffix}"
        if tool.is_file():
            return tool
    raise CompileError(f"PySide6 in {home} has no {name}")


_FINGERPRINTS = "fingerprints.json"


def _forms(root: Path) -> list[Path]:
    forms = sorted((root / "ui").rglob("*.ui"), key=lambda form: form.stem)
    for first, second in pairwise(forms):
        if first.stem == second.stem:
            raise CompileError(f"{first} and {second} would both become ui_{first.stem}.py")
    return forms


def _compile_form(form: Path, product: Path) -> None:
    text = _run("uic", "--generator", "python", "--from-imports", form)
    base = ElementTree.parse(form).find("widget")
    kind = base.get("class", "QWidget") if base is not None else "QWidget"
    # uic writes no annotations, and an untyped setupUi may not be called from strictly typed code.
    typed = _UNTYPED_METHOD.sub(rf"    def \1(self, \2: {kind}) -> None:", text)
    _write(_IMPORT.sub(partial(_only_what_is_used, typed), typed), product)


def _only_what_is_used(text: str, statement: re.Match[str]) -> str:
    """uic imports half of QtGui into every form, and each class brings its enums, which Python makes anew."""
    body = _IMPORT.sub("", text)
    names = [name for name in re.findall(r"\w+", statement["names"]) if re.search(rf"\b{name}\b", body)]
    return f"from {statement['module']} import ({', '.join(names)})\n" if names else ""


def _compile_translation(translation: Path, product: Path) -> None:
    _run("lrelease", "-silent", translation, "-qm", product)


def _compile_resources(collection: Path, product: Path) -> None:
    # Uncompressed, since it is mapped. A binary file, since Python would parse half a megabyte at every start
    # where it may not write byte code.
    draft = product.with_name(f".{product.name}")
    _run("rcc", "--binary", "--no-compress", "--output", draft, collection)
    draft.replace(product)


def _run(tool: str, *arguments: str | Path) -> str:
    command = [str(qt_tool(tool)), *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    # rcc tells of a missing file and still ends with 0 and an empty answer in some cases.
    if done.returncode != 0 or "Cannot find file" in done.stderr:
        words = done.stderr.strip() or done.stdout.strip()
        raise CompileError(f"{tool} {' '.join(map(str, arguments))}: {words}")
    return done.stdout


def _fingerprint(root: Path, sources: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{RECIPE} {_qt_version()}".encode())
    for source in sources:
        if not source.is_file():
            raise CompileError(f"{source} is listed but does not exist")
        digest.update(os.path.relpath(source, root).replace(os.sep, "/").encode())
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()


def _qt_version() -> str:
    return importlib.metadata.version("PySide6_Essentials")


def _read_fingerprints(target: Path) -> dict[str, str]:
    try:
        content = json.loads((target / _FINGERPRINTS).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(text: str, path: Path) -> None:
    """Replaces a file in one step: a program or a second build may be reading it."""
    folder = path.parent
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False, prefix=".") as draft:
        draft.write(text)
    Path(draft.name).chmod(0o644)
    Path(draft.name).replace(path)


if __name__ == "__main__":
    try:
        changed = compile_all(Path(__file__).resolve().parent)
    except CompileError as problem:
        sys.exit(str(problem))
    sys.stdout.write(f"{COMPILED}: {len(changed)} written\n" if changed else f"{COMPILED}: up to date\n")
