"""Dates and times of day in Chinese and English text, read as figures and not as a calendar would place them."""
