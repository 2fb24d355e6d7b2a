"""Search: Whoosh's query language compiled to SQL over SQLite's full-text index."""
