"""Reads bibliographies: one module a format, `reading` for a file of any of them."""
