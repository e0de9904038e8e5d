"""What every page gets: its head, its images, its typography, its policy."""
