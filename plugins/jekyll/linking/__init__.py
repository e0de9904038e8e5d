"""Which address leads where in a site. Pure."""
