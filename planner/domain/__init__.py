"""What the words mean, and the mathematics. Pure: no clock, no files, no window."""
