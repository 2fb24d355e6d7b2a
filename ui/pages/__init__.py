"""The original pages of a document, with what is marked in its text."""
