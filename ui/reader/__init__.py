"""The reader: one document, its passages, and what can be done with them."""
