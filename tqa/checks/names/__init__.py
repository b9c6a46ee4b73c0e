"""Names of people and places against the source."""
