"""The rule kinds and their examples."""
