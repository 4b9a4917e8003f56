"""Collects the strings of the window into resources/translations and says what still lacks a translation.

`make translations` runs it. hhdesk_ru.ts gets every string; hhdesk_en.ts only those with %n, because English
is the language of the source but its plurals have two forms.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hatch_build import COMPILED, qt_tool  # noqa: E402  the root is on the path only from here on

TRANSLATIONS = ROOT / "resources" / "translations"


def sources() -> list[Path]:
    """Returns the files whose strings people read: the forms, the window and the command line."""
    compiled = ROOT / COMPILED
    modules = (path for path in (ROOT / "hhdesk/gui").rglob("*.py") if compiled not in path.parents)
    outer = (path for path in (ROOT / "hhdesk/app.py", ROOT / "hhdesk/__main__.py") if path.is_file())
    return sorted([*modules, *outer, *(ROOT / "ui").rglob("*.ui")])


def collect(folder: Path = TRANSLATIONS) -> None:
    """Runs lupdate for both languages, writing into a folder that holds the two .ts files."""
    for language, options in (("ru", []), ("en", ["-pluralonly"])):
        target = folder / f"hhdesk_{language}.ts"
        languages = ["-source-language", "en", "-target-language", language]
        settings = ["-silent", "-locations", "none", "-no-obsolete", *languages, *options]
        command = [qt_tool("lupdate"), *settings, *sources(), "-ts", target]
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
    """Collects, then lists what is left to translate."""
    collect()
    for file in sorted(TRANSLATIONS.glob("*.ts")):
        left = unfinished(file)
        sys.stdout.write(f"{file.name}: {len(left)} without a translation\n")
        sys.stdout.writelines(f"  {entry}\n" for entry in left)


if __name__ == "__main__":
    main()
