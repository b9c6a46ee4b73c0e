"""Addresses, placeholders and structure that a translation must carry over unchanged."""
