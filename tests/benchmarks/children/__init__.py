"""Programs that the benches start, each measured in a process of its own."""
