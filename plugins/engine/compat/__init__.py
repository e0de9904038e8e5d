"""What rests on private parts of Pelican and of the libraries beside it: see README.md."""
