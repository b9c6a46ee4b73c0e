"""Terms the glossary lists: missing, forbidden, nearly right, changed."""
