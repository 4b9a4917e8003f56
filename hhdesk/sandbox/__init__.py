"""A small hh.ru of our own over real HTTP, for the demo and the tests. See README.md beside this file."""
