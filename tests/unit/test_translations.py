"""Both languages are complete: nothing unfinished, each plural in all its forms."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from translations import NotLiteral, Phrase, phrases

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources/translations"
PLURAL_FORMS = {"hhdesk_ru.ts": 3, "hhdesk_en.ts": 2}


@pytest.mark.parametrize("name", PLURAL_FORMS)
def test_every_string_is_translated(name: str) -> None:
    missing = []
    for message in ElementTree.parse(TRANSLATIONS / name).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
            missing.append(message.findtext("source"))
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        complete = len(forms) == PLURAL_FORMS[name] if message.get("numerus") else True
        if not complete or not all(text.strip() for text in forms or [translation.text or ""]):
            missing.append(message.findtext("source"))
    assert missing == []


def test_phrases_are_found_whatever_translate_is_called(tmp_path: Path) -> None:
    module = tmp_path / "pane.py"
    module.write_text(
        "class Pane:\n"
        "    def name(self):\n"
        "        word = QCoreApplication.translate\n"
        "        self.tr('Open', 'a state')\n"
        "        word('Costs', '%n contact(s)', '', max(self.left, 1))\n"
        "        word('Costs', text)\n"
        "        'text'.translate({1: 2})\n"
        "_CONTEXT = 'Numbers'\n"
        "AGE = QT_TRANSLATE_NOOP(_CONTEXT, 'age')\n"
        "NAMES = [QT_TRANSLATE_NOOP('Search', 'by ' 'date')]\n",
        encoding="utf-8",
    )
    assert set(phrases(module)) == {
        Phrase("Pane", "Open", "a state", numbered=False),
        Phrase("Costs", "%n contact(s)", "", numbered=True),
        Phrase("Numbers", "age", "", numbered=False),
        Phrase("Search", "by date", "", numbered=False),
    }


def test_a_text_that_is_put_together_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "pane.py"
    module.write_text("class Pane:\n    def name(self): return self.tr(f'{self} left')\n", encoding="utf-8")
    with pytest.raises(NotLiteral, match=r"pane\.py:2"):
        list(phrases(module))
