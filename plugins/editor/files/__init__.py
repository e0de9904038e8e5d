"""The files of a site as who writes sees them: which may be written, and what is known of each."""
