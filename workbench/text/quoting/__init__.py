"""Quotations in a text, and what their words were before they were quoted."""
