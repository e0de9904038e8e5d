"""What the files of a site hold, and how they are named."""
