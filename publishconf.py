"""What differs when the site is published."""

from pelicanconf import *  # noqa: F403 (the differences alone stand here)

# The address that visitors use, without a last slash: https://exemple.fr or https://exemple.fr/dossier
SITEURL = ""
