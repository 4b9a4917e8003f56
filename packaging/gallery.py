"""Draws all parts on one page: `python packaging/gallery.py OUT.png [--dark] [--scale 2]`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    """Draw the page into a PNG."""
    parser = argparse.ArgumentParser(prog="gallery")
    parser.add_argument("out", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0, help="pixels a logical pixel")
    parser.add_argument("--zoom", type=float, default=1.0, help="type size, 1.0 is 13 pixels")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(given.scale)
    return _draw(given.out, given.dark, given.zoom)


def _draw(out: Path, dark: bool, zoom: float) -> int:
    from gallery_page import GalleryPage
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from hhdesk.gui.kit.theme import Scheme, Theme

    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    app = QApplication(sys.argv[:1])
    Theme.instance().install(app, Scheme.DARK if dark else Scheme.LIGHT, zoom)
    page = GalleryPage()
    page.show()
    page.settle()
    return 0 if page.grab().save(str(out)) else 1


if __name__ == "__main__":
    sys.exit(main())
