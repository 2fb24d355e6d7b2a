"""The preferences: what a person chooses for all projects."""
