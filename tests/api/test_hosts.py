"""Who may see the token."""

from __future__ import annotations

import pytest

from hhdesk.api.hosts import AllowList

LIST = AllowList("http://127.0.0.1:8080", "https://sandbox.example:8443/x")


@pytest.mark.parametrize(
    "url",
    [
        "https://api.hh.ru/me",
        "https://hh.ru/resumes/1/download/a.pdf",
        "https://HH.RU/x",
        "https://hh.ru:443/x",
        "https://hh.ru./x",
        "https://spb.hh.ru/x",
        "https://rabota.by/x",
        "https://api.hh.kz/x",
        "https://hh1.az/x",
        "https://hh.uz/x",
        "https://headhunter.ge/x",
        "https://headhunter.kg/x",
        "http://127.0.0.1:8080/x",
        "https://sandbox.example:8443/y",
    ],
)
def test_ours(url: str) -> None:
    assert LIST.may_see_token(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://api.hh.ru/me",
        "https://api.hh.ru:8443/me",
        "https://hh.ru.evil.example/x",
        "https://evilhh.ru/x",
        "https://hhcdn.ru/photo/1.png",
        "https://hh.ru@evil.example/x",
        "https://user:word@hh.ru/x",
        "https://evil.example/hh.ru",
        "https://evil.example\\@hh.ru/x",
        "https://evil.example#@hh.ru/",
        "http://127.0.0.1:8081/x",
        "http://localhost:8080/x",
        "https://127.0.0.1:8080/x",
        "http://sandbox.example:8443/y",
        "https://sandbox.example/y",
        "ftp://hh.ru/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//hh.ru/x",
        "hh.ru/x",
        "https://hh.ru:port/x",
        "https://[hh.ru/x",
        "https://hh.ru\u3002evil.example/",
        "",
    ],
)
def test_not_ours(url: str) -> None:
    assert not LIST.may_see_token(url)


def test_visits_without_the_token() -> None:
    assert LIST.may_be_visited("https://hhcdn.ru/photo/1.png")
    assert LIST.may_be_visited("http://127.0.0.1:8080/x")
    assert not LIST.may_be_visited("http://127.0.0.1:8081/x")
    assert not LIST.may_be_visited("http://hh.ru/x")
    assert not LIST.may_be_visited("file:///etc/passwd")
