"""The universal field: one line that finds, runs and writes down, over the window or in one of its own."""
