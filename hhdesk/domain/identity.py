"""Identities. hh.ru sends some of them as numbers; at the border all become strings."""

from typing import NewType

ResumeId = NewType("ResumeId", str)
"""A resume's hash, as in its url."""
PersonId = NewType("PersonId", str)
"""The owner of resumes (`owner.id`): one person, several resumes."""
VacancyId = NewType("VacancyId", str)
NegotiationId = NewType("NegotiationId", str)
"""One per vacancy and resume."""
ChatId = NewType("ChatId", str)
MessageId = NewType("MessageId", str)
EmployerId = NewType("EmployerId", str)
ManagerId = NewType("ManagerId", str)
AccountKey = NewType("AccountKey", str)
"""Under whom cache and outbox are kept: employer, manager and, where there are several, the manager
account."""
