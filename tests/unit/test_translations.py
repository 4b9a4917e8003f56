"""Both languages are complete: nothing unfinished, each plural in all its forms."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

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
