"""Extract and assess criteria: one file a kind."""
