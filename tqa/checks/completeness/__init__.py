"""What was left out, added, or not translated."""
