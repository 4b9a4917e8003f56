"""Where hhdesk works and with what: the command line and the environment as one value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

API_URL: Final = "https://api.hh.ru"
SITE_URL: Final = "https://hh.ru"
REDIRECT_PORT: Final = 47823
"""hh.ru compares the redirect address with its port, so there is one port and it stays."""

DEMO_PROFILE: Final = "demo"
DEMO_CLIENT_ID: Final = "demo-client"
DEMO_CLIENT_SECRET: Final = "demo-secret"
DEMO_CONTACT: Final = "demo@example.org"

_PROFILE: Final = re.compile(r"[\w.-]{1,64}")


class ConfigurationWrong(ValueError):
    """The command line or the environment asks for something impossible; the text says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Everything that is settled before the window is built."""

    profile: str = "default"
    data_directory: Path
    api_url: str = API_URL
    site_url: str = SITE_URL
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    contact: str = ""
    """Mail address for the User-Agent, where keys come from the environment."""
    redirect_port: int | None = None
    """None where the environment says nothing: the person's setting counts, else REDIRECT_PORT."""
    browser: str = ""
    """Command that opens an address, `%s` for the address; empty is the system's."""
    demo: bool = False
    tour: Path | None = None

    @property
    def profile_directory(self) -> Path:
        """Where the database, the window's layout and the crash log of this profile are."""
        return self.data_directory / self.profile

    @property
    def database(self) -> Path:
        """The one SQLite file of the profile."""
        return self.profile_directory / "hhdesk.sqlite3"

    @property
    def layout_file(self) -> Path:
        """Window geometry and splitters."""
        return self.profile_directory / "window.ini"

    @property
    def unattended(self) -> bool:
        """Whether keys come from the environment and not from a person."""
        return bool(self.client_id and self.client_secret)

    def for_demo(self, address: str) -> Configuration:
        """The same, working on the sandbox at `address` with the sandbox's own keys."""
        return replace(
            self,
            api_url=address,
            site_url=address,
            client_id=DEMO_CLIENT_ID,
            client_secret=DEMO_CLIENT_SECRET,
            contact=DEMO_CONTACT,
        )


def read(
    environment: Mapping[str, str],
    *,
    demo: bool = False,
    profile: str | None = None,
    data_directory: Path | None = None,
    tour: Path | None = None,
) -> Configuration:
    """The configuration of this start; the command line wins over the environment.

    Raises:
        ConfigurationWrong: the profile's name is no file name, or the port is no number.
    """
    name = profile or (DEMO_PROFILE if demo else "default")
    if not _PROFILE.fullmatch(name) or name.startswith("."):
        raise ConfigurationWrong(f"{name!r} cannot be a profile: use letters, digits, dots and dashes")
    said = environment.get("HHDESK_DATA_DIR", "")
    return Configuration(
        profile=name,
        data_directory=data_directory or (Path(said) if said else _default_directory()),
        api_url=environment.get("HHDESK_API_URL", "").rstrip("/") or API_URL,
        site_url=environment.get("HHDESK_SITE_URL", "").rstrip("/") or SITE_URL,
        client_id=environment.get("HHDESK_CLIENT_ID", ""),
        client_secret=environment.get("HHDESK_CLIENT_SECRET", ""),
        contact=environment.get("HHDESK_CONTACT", ""),
        redirect_port=_port(environment.get("HHDESK_REDIRECT_PORT", "")),
        browser=environment.get("BROWSER", ""),
        demo=demo,
        tour=tour,
    )


def _default_directory() -> Path:
    from platformdirs import user_data_path

    return user_data_path("hhdesk", appauthor=False)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ConfigurationWrong(f"HHDESK_REDIRECT_PORT is no port: {text!r}")
    return int(text)
