"""One passage and all that belongs to it."""
