"""What was done in the project, and walking it."""
