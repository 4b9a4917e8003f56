"""Values and errors that cross floors: plain, typed, and without knowledge of Qt, SQLite or HTTP."""
