"""Bibliographies in the window: what they would fill in, and for which documents."""
