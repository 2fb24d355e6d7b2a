"""Every hit as a line, and what can be counted from them."""
