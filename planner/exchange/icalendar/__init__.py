"""Calendars: iCalendar as real programs write it."""
