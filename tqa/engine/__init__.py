"""Checks Documents with rules: pure and picklable."""
