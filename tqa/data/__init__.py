"""Lexicons, read through importlib.resources."""
