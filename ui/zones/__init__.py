"""What of a text is not content: suggestions, and marking by hand."""
