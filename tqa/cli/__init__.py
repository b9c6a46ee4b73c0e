"""One file a verb: parse, call api, render, exit."""
