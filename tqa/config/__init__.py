"""Config files to Settings, Settings to Plans."""
