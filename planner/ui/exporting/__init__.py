"""The dialog that gives everything back."""
