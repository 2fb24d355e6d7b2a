"""Bringing in a folder: what is in it, what of that comes in, and doing it again."""
