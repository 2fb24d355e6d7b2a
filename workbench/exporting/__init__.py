"""Files that the workbench writes for other programs."""
