"""One cell of a comparison table: painted, and written."""
