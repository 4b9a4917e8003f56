"""hhdesk: a desktop for recruiters who work on hh.ru."""

__version__ = "0.1.0"
