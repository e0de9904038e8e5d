"""A site as its files say it: the model, its files, the keys that it knows. Pure."""
