"""The main job as a story, chapter by chapter.

Every step acts by mouse and keys, and reads back from widgets what it claims. Nothing in it knows the data or
the stages of a server: words are taken from what is shown, acts from what is offered.
"""

from __future__ import annotations

from typing import Final

from hhdesk.gui.tour.finding import search, sign_in
from hhdesk.gui.tour.reading import contacts, download, invite, read
from hhdesk.gui.tour.responding import look_at_vacancies, respond

CHAPTERS: Final = (sign_in, search, read, download, contacts, invite, respond, look_at_vacancies)
