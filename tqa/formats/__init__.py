"""One module a file format: text in, Documents out; edits in, text out."""
