"""hh.ru over HTTP, decoded into domain values."""
