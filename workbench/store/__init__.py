"""Reads and writes the rows of a project; nobody else but search speaks SQL."""
