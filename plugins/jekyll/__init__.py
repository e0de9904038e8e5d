"""The dialect of a Jekyll or Scribouilli site, read as Jekyll reads it."""
