"""Characters that were damaged on the way: mojibake, entities, invisible and control characters."""
