"""One module an output format: results in, text out."""
