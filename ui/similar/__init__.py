"""More like this: the places that say something similar to one of them."""
