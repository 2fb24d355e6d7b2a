"""Going to places of the documents and coming back."""
