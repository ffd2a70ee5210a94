"""The JSON of everything: one document with every row of a library, in and out."""
