"""Images: what describes them, and those that nobody will see."""
