"""What can be known of one document, lazily, once."""
