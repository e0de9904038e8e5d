"""What this site generator costs, beside others, on one machine in one run: see README.md."""
