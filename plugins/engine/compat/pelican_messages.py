"""How some of Pelican's messages begin: it logs them, and says in no other way what they say."""

# Before the name of a plugin; Pelican goes on without it.
PLUGIN_FAILED = ("Cannot load plugin", "Cannot register plugin")
# Before the name of a content file; Pelican goes on without it.
DOCUMENT_FAILED = "Could not process"
# Of an image that is decorative, perhaps by right.
EMPTY_ALT = "Empty alt attribute"
# In the exception of a theme that is not there, whose name is the last word.
NO_THEME = "Could not find the theme"
# In the exception of a content folder that is not there.
NO_CONTENT = "You need to specify a path containing the content"
# Of its feeds, before `_config.yml` is read, which may say the address.
NO_ADDRESS = "Feeds generated without SITEURL"
