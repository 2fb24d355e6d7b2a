"""Facts: dates, people, figures of two documents beside each other, and verdicts."""
