"""Rules of a house."""
