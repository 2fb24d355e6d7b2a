"""The window of the research workbench; asks the engine for everything."""
