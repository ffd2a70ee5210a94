"""The frame around every place: navigation, top bar, universal field, messages."""
