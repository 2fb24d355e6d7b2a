"""Texts that change: a new version, the review of passages, older versions."""
