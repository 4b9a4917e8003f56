"""Prints the licences of the libraries that the packaged program carries, for its copyright file.

    python packaging/licences.py

The libraries are those of requirements/run.txt that are installed here; the texts come from their wheels.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
_TEXT: Final = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_CLASSIFIER: Final = "License :: "


def libraries() -> Iterator[Distribution]:
    """Yields the locked libraries of the program; those of other systems are not installed here."""
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        try:
            yield distribution(name)
        except PackageNotFoundError:
            continue


def licence(library: Distribution) -> str:
    """The licence's name as the library gives it."""
    about = library.metadata
    classified = [text for text in about.get_all("Classifier", []) if text.startswith(_CLASSIFIER)]
    named = (*about.get_all("License-Expression", []), *classified, *about.get_all("License", []))
    given = named[0] if named else ""
    return given.rpartition(":: ")[2].splitlines()[0] if given else "see its text"


def texts(library: Distribution) -> Iterator[str]:
    """Yields the licence texts in a library's wheel."""
    for file in library.files or ():
        readable = file.suffix in {"", ".txt", ".md", ".rst"}
        if readable and _TEXT.search(file.name) and ".dist-info" in str(file):
            yield file.read_text(encoding="utf-8").strip()


def main() -> None:
    """Prints one paragraph a library, then the texts, each once."""
    seen: set[str] = set()
    for library in libraries():
        sys.stdout.write(f"\n---\nLibrary {library.name} {library.version}: {licence(library)}\n")
        for text in texts(library):
            if text not in seen:
                seen.add(text)
                sys.stdout.write(f"\n{text}\n")


if __name__ == "__main__":
    main()
