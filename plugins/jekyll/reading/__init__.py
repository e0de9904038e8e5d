"""Files of a content folder read into a site. Pure."""
