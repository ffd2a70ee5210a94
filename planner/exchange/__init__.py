"""Formats in and out: bytes to drafts and back. Knows no database."""
