"""The page that connects hhdesk with hh.ru for the first time."""
