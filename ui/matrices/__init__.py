"""Matrices of tags against documents, cases, attributes or tags."""
