"""Comparison tables: cells, their evidence, and citing into them."""
