"""What the page for writing is made of: see README.md."""
