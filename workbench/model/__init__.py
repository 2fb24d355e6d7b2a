"""The nouns of the workbench: frozen values and typed ids, no input or output."""
