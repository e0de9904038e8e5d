"""What is published beside the pages: feeds, maps, the hosts' files, compressed copies."""
