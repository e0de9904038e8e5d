"""How Pelican is made to work: what it leaves for later, and what rests on its private parts."""
