"""Compare: texts side by side, and what ties them."""
