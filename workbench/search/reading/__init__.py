"""From what was typed to a tree of what to look for; nothing is ever refused."""
