"""French words and typography. Pure."""
