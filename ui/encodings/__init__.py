"""In which encoding a text is read, and choosing another."""
