"""One thing named two ways."""
