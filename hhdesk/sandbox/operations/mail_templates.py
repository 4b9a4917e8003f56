"""The company's letters."""

from __future__ import annotations

from hhdesk.sandbox.call import Call, Json, operation
from hhdesk.sandbox.operations.account import own_employer
from hhdesk.sandbox.stages import LETTERS, STAGES

_VARIABLES = (
    ("Name", "Имя соискателя"), ("Vacancy", "Вакансия"), ("HRName", "Моё имя"), ("HRPhone", "Мой телефон"),
    ("HREmail", "Моя почта"), ("SiteName", "Сайт hh"), ("Company", "Компания"),
)  # fmt: skip


@operation("get-mail-templates")
def mail_templates(call: Call) -> Json:
    """Every letter with the variables it may use."""
    own_employer(call)
    found: list[Json] = []
    for stage in STAGES:
        for id_, name, _ in stage.templates:
            text = LETTERS[id_].format(name="[Name]", company="[Company]", vacancy="[Vacancy]", hr="[HRName]")
            found.append(
                {
                    "id": f"{id_}_mail",
                    "name": name,
                    "type": "EMAIL",
                    "text": text,
                    "employer_state": stage.id.upper(),
                    "editable": True,
                    "template_modified": False,
                    "variables": [{"id": key, "name": words} for key, words in _VARIABLES],
                }
            )
    return found
