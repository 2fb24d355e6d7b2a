"""Conditions on documents, `field:value`, resolved to ids and places at once."""
