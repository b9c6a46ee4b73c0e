"""How tables in tqa/data were made from other people's data, so that anyone can make them again."""
