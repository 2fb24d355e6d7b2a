"""Bringing files in and giving CSV out."""
