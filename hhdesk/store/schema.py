"""The number of the newest migration. Kept apart, so that a current file opens without sqlite-utils."""

VERSION = 5
