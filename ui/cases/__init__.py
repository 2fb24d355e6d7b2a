"""The project's cases."""
