"""One line from anywhere: a small window of its own."""
