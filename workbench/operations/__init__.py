"""What an analyst can do: each function is one transaction and one undo step."""
