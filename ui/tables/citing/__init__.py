"""Citing a passage in a cell that is picked by typing."""
