"""What is being typed, kept for a crash and offered back."""
