"""What the shared libraries of a program folder need: prunes those that nothing uses, names Debian packages.

    libraries.py prune build/package/hhdesk
    libraries.py depends build/package/hhdesk

Reads the ELF headers with objdump and asks ldconfig and dpkg: it tells what is needed, not what was guessed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Opened by name at run time, which no ELF header tells.
OPENED_BY_NAME = {"libgl1": "OpenGL for Qt", "libegl1": "EGL for Qt", "libfontconfig1": "fonts for Qt"}


def elf_files(folder: Path) -> Iterator[Path]:
    """Yields the programs and shared libraries of a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def headers(path: Path) -> str:
    """Returns the private headers of an ELF file."""
    return subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout


def needed(path: Path) -> set[str]:
    """Returns the names of the libraries that an ELF file needs."""
    return set(re.findall(r"^\s+NEEDED\s+(\S+)", headers(path), re.MULTILINE))


def prune(folder: Path) -> list[Path]:
    """Removes libraries beside the program that nothing in the folder needs any more, and returns them.

    PyInstaller collects what plugins need before the unused plugins are filtered out.
    """
    removed: list[Path] = []
    while True:
        wanted = set().union(*(needed(path) for path in elf_files(folder)))
        spare = [
            path
            for path in (
                *(folder / "_internal").glob("lib*.so*"),
                *folder.glob("_internal/PySide6/Qt/lib/lib*.so*"),
            )
            if path.name not in wanted and not path.name.startswith("libpython")
        ]
        for path in spare:
            path.unlink()
        # A link whose target went.
        for link in folder.rglob("*"):
            if link.is_symlink() and not link.exists():
                link.unlink()
        if not spare:
            return removed
        removed += spare


def depends(folder: Path) -> list[str]:
    """Returns the Depends of a Debian package for a folder, sorted, libc6 with its lowest version."""
    files = list(elf_files(folder))
    inside = {path.name for path in folder.rglob("*.so*")}
    outside = set().union(*(needed(path) for path in files)) - inside
    known = _system_libraries()
    packages = set(OPENED_BY_NAME)
    for library in sorted(outside):
        if library not in known:
            raise SystemExit(f"{library} is needed but neither in the program nor on this system")
        packages.add(_package_of(known[library]))
    packages -= {"libc6"}
    return sorted([*packages, f"libc6 (>= {_lowest_glibc(files)})"])


def _system_libraries() -> dict[str, Path]:
    listing = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    found: dict[str, Path] = {}
    for name, path in re.findall(r"^\s+(\S+) \([^)]*x86-64[^)]*\) => (\S+)", listing, re.MULTILINE):
        found.setdefault(name, Path(path))
    return found


def _package_of(library: Path) -> str:
    # dpkg may know the file by its place before /lib became a link to /usr/lib.
    for place in (library, library.resolve(), Path(str(library).removeprefix("/usr"))):
        answer = subprocess.run(["dpkg", "-S", str(place)], check=False, capture_output=True, text=True)
        if answer.returncode == 0:
            return answer.stdout.split(":", 1)[0]
    raise SystemExit(f"{library} belongs to no Debian package")


def _lowest_glibc(files: list[Path]) -> str:
    versions = {version for path in files for version in re.findall(r"GLIBC_(\d+(?:\.\d+)+)", headers(path))}
    major, minor = max(
        (int(parts[0]), int(parts[1])) for parts in (version.split(".") for version in versions)
    )
    return f"{major}.{minor}"


def main() -> None:
    """The command line: `prune FOLDER` or `depends FOLDER`."""
    match sys.argv[1:]:
        case ["prune", folder]:
            for path in prune(Path(folder)):
                sys.stdout.write(f"unused: {path.name}\n")
        case ["depends", folder]:
            sys.stdout.write(", ".join(depends(Path(folder))) + "\n")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
