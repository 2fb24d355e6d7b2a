"""Reading and writing notes."""
