"""The Vacancies section: what is published, how it does, and the way to its responses."""
