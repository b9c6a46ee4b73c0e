"""Numbers of both languages as sets of acceptable values."""
