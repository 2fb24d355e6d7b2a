"""Searching: the field, the answer, and what runs between them."""
