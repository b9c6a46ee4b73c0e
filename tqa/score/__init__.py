"""How close a translation comes to a reference, in the figures of the sacrebleu library."""
