"""The project's documents."""
