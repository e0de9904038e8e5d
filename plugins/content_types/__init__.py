"""The kinds of content: events, news, the commons, and the pages made of them."""
