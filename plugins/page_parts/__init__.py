"""What every page gets: its head, its pictures, its typography, its policy."""
