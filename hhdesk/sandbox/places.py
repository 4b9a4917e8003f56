"""The regions and metro of the sandbox: a small part of hh.ru's, with its identifiers."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A node of the tree of regions; ``pay`` is the level of salaries against Moscow in per cent."""

    id: str
    name: str
    parent: str | None
    lat: float
    lng: float
    weight: int = 0
    pay: int = 60


PLACES = (
    Place("113", "Россия", None, 61.52, 105.31),
    Place("16", "Беларусь", None, 53.7, 27.95),
    Place("40", "Казахстан", None, 48.01, 66.92),
    Place("97", "Узбекистан", None, 41.37, 64.58),
    Place("48", "Кыргызстан", None, 41.2, 74.76),
    Place("1", "Москва", "113", 55.75, 37.61, 30, 100),
    Place("2", "Санкт-Петербург", "113", 59.93, 30.31, 15, 88),
    Place("2019", "Московская область", "113", 55.5, 38.0),
    Place("2034", "Балашиха", "2019", 55.79, 37.95, 3, 85),
    Place("2059", "Подольск", "2019", 55.43, 37.54, 3, 82),
    Place("2077", "Химки", "2019", 55.89, 37.44, 3, 88),
    Place("1202", "Новосибирская область", "113", 55.0, 80.0),
    Place("4", "Новосибирск", "1202", 55.03, 82.92, 6, 68),
    Place("1261", "Свердловская область", "113", 58.5, 61.5),
    Place("3", "Екатеринбург", "1261", 56.83, 60.6, 6, 70),
    Place("1624", "Республика Татарстан", "113", 55.4, 50.9),
    Place("88", "Казань", "1624", 55.79, 49.12, 5, 66),
    Place("1438", "Краснодарский край", "113", 45.2, 39.5),
    Place("53", "Краснодар", "1438", 45.03, 38.97, 5, 65),
    Place("237", "Сочи", "1438", 43.58, 39.72, 2, 68),
    Place("1530", "Ростовская область", "113", 47.7, 41.1),
    Place("76", "Ростов-на-Дону", "1530", 47.22, 39.71, 4, 60),
    Place("1586", "Самарская область", "113", 53.3, 50.5),
    Place("78", "Самара", "1586", 53.19, 50.1, 4, 60),
    Place("1679", "Нижегородская область", "113", 56.1, 44.2),
    Place("66", "Нижний Новгород", "1679", 56.32, 44.0, 4, 63),
    Place("1614", "Ульяновская область", "113", 54.0, 48.0),
    Place("98", "Ульяновск", "1614", 54.31, 48.4, 2, 52),
    Place("1249", "Кемеровская область", "113", 54.5, 87.0),
    Place("47", "Кемерово", "1249", 55.35, 86.08, 2, 55),
    Place("1317", "Пермский край", "113", 59.0, 56.0),
    Place("72", "Пермь", "1317", 58.01, 56.25, 3, 60),
    Place("1002", "Минск", "16", 53.9, 27.56, 2, 55),
    Place("160", "Алматы", "40", 43.23, 76.9, 2, 50),
    Place("2759", "Ташкент", "97", 41.31, 69.27, 1, 40),
)  # fmt: skip
BY_ID = {place.id: place for place in PLACES}
COUNTRIES = tuple(place for place in PLACES if place.parent is None)
"""Where people live, every city as often as its weight says."""
HOMES = tuple(place.id for place in PLACES for _ in range(place.weight))


def chain(area: str) -> tuple[str, ...]:
    """The region and everything above it."""
    found: list[str] = []
    place = BY_ID.get(area)
    while place is not None:
        found.append(place.id)
        place = BY_ID.get(place.parent) if place.parent else None
    return tuple(found)


CHAINS = {place.id: chain(place.id) for place in PLACES}


def country(area: str) -> str:
    """The country of a region."""
    return CHAINS[area][-1]


class Station(NamedTuple):
    """A metro station."""

    id: str
    name: str
    line: str
    order: int
    lat: float
    lng: float


class Line(NamedTuple):
    """A metro line of a city."""

    id: str
    name: str
    color: str
    city: str


LINES = (
    Line("1", "Сокольническая", "CC0000", "1"),
    Line("6", "Калужско-Рижская", "F07E24", "1"),
    Line("14", "Кировско-Выборгская", "D6083B", "2"),
)
STATIONS = (
    Station("1.1", "Сокольники", "1", 1, 55.789, 37.679),
    Station("1.2", "Лубянка", "1", 2, 55.759, 37.627),
    Station("1.3", "Университет", "1", 3, 55.692, 37.534),
    Station("6.8", "Алексеевская", "6", 1, 55.807, 37.638),
    Station("6.9", "Рижская", "6", 2, 55.793, 37.636),
    Station("6.10", "Калужская", "6", 3, 55.656, 37.54),
    Station("14.201", "Московские ворота", "14", 1, 59.891, 30.318),
    Station("14.202", "Площадь Восстания", "14", 2, 59.93, 30.361),
)
STATION = {station.id: station for station in STATIONS}
STATIONS_OF = {
    city: tuple(s for s in STATIONS for line in LINES if line.city == city and line.id == s.line)
    for city in ("1", "2")
}
LINE = {line.id: line for line in LINES}
