"""The command line and the environment become one value."""

from __future__ import annotations

from pathlib import Path

import pytest

from hhdesk import config
from hhdesk.__main__ import main


def read(tmp_path: Path, **environment: str) -> config.Configuration:
    return config.read(environment, data_directory=tmp_path)


def test_without_anything_it_is_hh_ru_itself(tmp_path: Path) -> None:
    made = read(tmp_path)
    assert (made.api_url, made.site_url) == ("https://api.hh.ru", "https://hh.ru")
    assert made.redirect_port is None
    assert not made.unattended
    assert made.database == tmp_path / "default" / "hhdesk.sqlite3"


def test_the_environment_leads_elsewhere(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        HHDESK_API_URL="http://127.0.0.1:9/",
        HHDESK_SITE_URL="http://127.0.0.1:8",
        HHDESK_CLIENT_ID="id",
        HHDESK_CLIENT_SECRET="secret",
        HHDESK_REDIRECT_PORT="47000",
        BROWSER="firefox %s",
    )
    assert (made.api_url, made.site_url) == ("http://127.0.0.1:9", "http://127.0.0.1:8")
    assert made.unattended
    assert made.redirect_port == 47000
    assert made.browser == "firefox %s"


def test_the_data_directory_of_the_command_line_wins(tmp_path: Path) -> None:
    assert config.read({"HHDESK_DATA_DIR": "/elsewhere"}).data_directory == Path("/elsewhere")
    assert read(tmp_path, HHDESK_DATA_DIR="/elsewhere").data_directory == tmp_path


def test_the_secret_is_in_no_text_form(tmp_path: Path) -> None:
    assert "hush" not in repr(read(tmp_path, HHDESK_CLIENT_SECRET="hush"))


def test_the_demo_has_a_profile_and_keys_of_its_own(tmp_path: Path) -> None:
    made = config.read({}, demo=True, data_directory=tmp_path).for_demo("http://127.0.0.1:7")
    assert made.profile == "demo"
    assert made.client_id == "demo-client"
    assert made.api_url == made.site_url == "http://127.0.0.1:7"


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "a\\b", "x" * 65])
def test_a_profile_is_a_plain_name(tmp_path: Path, name: str) -> None:
    if not name:
        assert config.read({}, profile=name, data_directory=tmp_path).profile == "default"
        return
    with pytest.raises(config.ConfigurationWrong):
        config.read({}, profile=name, data_directory=tmp_path)


@pytest.mark.parametrize("port", ["0", "65536", "abc", "-1"])
def test_a_port_is_a_port(tmp_path: Path, port: str) -> None:
    with pytest.raises(config.ConfigurationWrong):
        read(tmp_path, HHDESK_REDIRECT_PORT=port)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("hhdesk ")


def test_a_wrong_profile_is_told_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--profile", "a/b"])
    assert ended.value.code == 2
    assert "cannot be a profile" in capsys.readouterr().err
