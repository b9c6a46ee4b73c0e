"""Concepts, their files and how they are found in text."""
