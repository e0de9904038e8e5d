"""What writes a site in a browser: its forms, its page, the files it may touch. See README.md."""
