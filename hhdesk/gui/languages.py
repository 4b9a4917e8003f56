"""The language of the window, switched while it runs: our texts, Qt's own, numbers and dates."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES: Final = ("ru", "en")


def system_language() -> str:
    """`ru` where the system speaks Russian, else `en`."""
    return "ru" if QLocale.system().language() is QLocale.Language.Russian else "en"


class Languages:
    """Installs the translators of one language at a time; installing tells every widget."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""
        """The language that is shown."""

    def use(self, wanted: str) -> None:
        """Show `wanted`, or the system's language where it is empty or none of ours."""
        language = wanted if wanted in LANGUAGES else system_language()
        if language == self.language:
            return
        self.language = language
        QLocale.setDefault(_locale(language))
        for old in self._installed:
            self._app.removeTranslator(old)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._installed = [
            made
            for made, loaded in (
                _load(f"{folder}/qtbase_{language}.qm"),
                _load(f":/translations/hhdesk_{language}.qm"),
            )
            if loaded
        ]
        for translator in self._installed:
            self._app.installTranslator(translator)


def _locale(language: str) -> QLocale:
    """The system's own locale where it is of that language, so that its habits stay."""
    system = QLocale.system()
    if language == system_language() and QLocale.languageToCode(system.language()) == language:
        return system
    russian = QLocale(QLocale.Language.Russian, QLocale.Country.Russia)
    return russian if language == "ru" else QLocale(QLocale.Language.English)


def _load(file: str) -> tuple[QTranslator, bool]:
    translator = QTranslator()
    return translator, translator.load(file)
