"""Punctuation, spacing, capitals, doubled words."""
