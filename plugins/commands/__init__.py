"""What the tasks do with a site: check it, publish it, begin a file."""
