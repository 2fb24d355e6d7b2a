"""The grid of a comparison table: its view, heads and heights."""
