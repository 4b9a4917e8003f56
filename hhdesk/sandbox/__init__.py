"""A small hh.ru over real HTTP, for the demo and the tests."""
