"""The Responses section: vacancies with their stages, who applied, hh.ru's acts at the foot of the person."""
