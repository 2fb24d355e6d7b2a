"""Many queries at once: what is asked at the left, a table of counts at the right."""
