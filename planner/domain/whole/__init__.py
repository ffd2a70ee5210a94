"""Everything a library holds, described once: its JSON is written, read and explained from it."""
