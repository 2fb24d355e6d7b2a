"""The quotations of the document being read, and where their words come from."""
