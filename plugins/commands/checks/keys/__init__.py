"""Keys of texts and settings."""
