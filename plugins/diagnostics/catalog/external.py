"""What links to other sites can be told of."""
