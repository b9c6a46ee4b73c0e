"""What can be known of one string."""
