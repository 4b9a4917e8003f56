"""Finds people, vacancies and commands from the keyboard."""
