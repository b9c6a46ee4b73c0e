"""What a house writes one way, and English that follows the Chinese: calques, families of forms, long sentences, numbers."""
