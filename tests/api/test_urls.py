"""Merging parameters into hh.ru's urls."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhdesk.api.urls import SINGLE, form_body, merge, pairs_of
from hhdesk.domain.errors import NotAllowedHost

BASE = "https://api.hh.ru"
NAMES = st.text(min_size=1, max_size=8)
PAIRS = st.lists(st.tuples(NAMES, st.text(max_size=12)), max_size=6)


def test_keeps_the_urls_own_bytes() -> None:
    url = "https://api.hh.ru/negotiations/response?vacancy_id=1&text=a+b&x=%2B&e=%D0%B8"
    assert merge(url, [("page", "2")], base=BASE) == url + "&page=2"


def test_replaces_host_and_locale_in_the_url() -> None:
    merged = merge("/x?locale=EN&a=1&host=hh.kz", [("host", "hh.ru"), ("locale", "RU")], base=BASE)
    assert pairs_of(merged) == [("a", "1"), ("host", "hh.ru"), ("locale", "RU")]


def test_a_url_that_is_none_is_refused_and_read_by_everybody() -> None:
    with pytest.raises(NotAllowedHost):
        merge("https://[odd/x?a=1", [], base="https://api.hh.ru")
    assert pairs_of("https://[odd/x?topic_id=1#f") == [("topic_id", "1")]


def test_resolves_relative_urls_against_the_base() -> None:
    assert merge("/negotiations/1", [], base="http://127.0.0.1:80/x") == "http://127.0.0.1:80/negotiations/1"


@given(PAIRS)
def test_repeats_and_order_are_kept(pairs: list[tuple[str, str]]) -> None:
    plain = [pair for pair in pairs if pair[0] not in SINGLE]
    assert pairs_of(merge("/x", plain, base=BASE)) == plain


@given(PAIRS, PAIRS)
def test_what_was_there_comes_first(there: list[tuple[str, str]], more: list[tuple[str, str]]) -> None:
    there = [pair for pair in there if pair[0] not in SINGLE]
    more = [pair for pair in more if pair[0] not in SINGLE]
    assert pairs_of(merge(merge("/x", there, base=BASE), more, base=BASE)) == [*there, *more]


@given(PAIRS, st.sampled_from(sorted(SINGLE)), st.lists(st.text(max_size=5), min_size=1, max_size=4))
def test_single_names_are_never_doubled(pairs: list[tuple[str, str]], name: str, values: list[str]) -> None:
    url = merge("/x", pairs, base=BASE)
    for value in values:
        url = merge(url, [(name, value), (name, value)], base=BASE)
    assert [value for key, value in pairs_of(url) if key == name] == [values[-1]]


@given(PAIRS)
def test_merging_nothing_changes_nothing(pairs: list[tuple[str, str]]) -> None:
    url = merge("/x", pairs, base=BASE)
    assert merge(url, [], base=BASE) == url


@given(PAIRS)
def test_pairs_are_read_by_everybody(pairs: list[tuple[str, str]]) -> None:
    plain = [pair for pair in pairs if pair[0] not in SINGLE]
    query = urlsplit(merge("/x", plain, base=BASE)).query
    assert parse_qsl(query, keep_blank_values=True) == plain
    assert parse_qsl(form_body(plain).decode("ascii"), keep_blank_values=True) == plain
