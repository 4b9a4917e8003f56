"""hh.ru's JSON as domain values, for answers that have just come and for stored bodies alike.

Every function takes bytes and raises UnreadableAnswer where nothing of them can be shown.
"""

from hhdesk.api.decode.resumes import resume, resume_answer, resume_page, resume_short

__all__ = ["resume", "resume_answer", "resume_page", "resume_short"]
