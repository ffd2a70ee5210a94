"""Backups, the passphrase, and what is shown when a library cannot be opened."""
