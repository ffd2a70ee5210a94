"""Tables of people: CSV of address books and spreadsheets, whatever program wrote them, to drafts."""
