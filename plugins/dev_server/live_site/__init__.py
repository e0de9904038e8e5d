"""A site held in memory, whose pages are made when they are asked for. See README.md."""
