"""What was seen and decided, in one encrypted SQLite file."""
