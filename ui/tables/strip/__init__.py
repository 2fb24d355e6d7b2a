"""What stands below the grid: evidence, suggestions, history."""
