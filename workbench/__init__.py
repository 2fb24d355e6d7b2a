"""The engine of the research workbench; knows no window."""
