"""From drafts to a reviewed import that can be undone."""
