"""Everything a screen asks, one function each; the answers are frozen dataclasses, never rows."""
