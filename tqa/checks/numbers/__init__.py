"""Values, dates, money and units: what the source says against what the translation says."""
