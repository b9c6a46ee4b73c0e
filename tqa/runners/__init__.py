"""Map and reduce over many documents."""
