"""Mail archives to drafts: mbox, Maildir and single messages, of whatever program wrote them (RFC 5322)."""
