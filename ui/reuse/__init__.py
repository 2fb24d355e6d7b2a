"""Which documents share statements: a matrix, a network and a list."""
