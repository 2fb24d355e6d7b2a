"""Reads files of every supported format into text, blocks and description."""
