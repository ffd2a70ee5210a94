"""Everything a person can do, one function each; each opens the door once, with its label."""
