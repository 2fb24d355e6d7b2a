"""Facts in a text, found by rules: one module a kind.

All work on the leveled text (`leveling`), whose offsets are those of the text.
"""
