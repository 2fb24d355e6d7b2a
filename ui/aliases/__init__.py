"""The alias register: names that mean the same."""
