"""Site furniture, credits, copies and machine chatter."""
