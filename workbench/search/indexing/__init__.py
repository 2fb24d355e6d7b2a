"""What the index holds: rows of folded words, and the vocabulary they make."""
