"""Small forms that ask about tables, rows and columns."""
