"""The list of passages, of one document or of all."""
