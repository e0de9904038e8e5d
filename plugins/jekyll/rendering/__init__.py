"""Documents made into HTML. Pure."""
