"""The names of all migrations. Kept apart, so that a current file opens without sqlite-utils."""

from typing import Final

MIGRATION_SET: Final = "hhdesk"
STEPS: Final = ("s001_first", "s002_whose_photo", "s003_texts", "s004_letters", "s005_one_term")
VERSION: Final = len(STEPS)
