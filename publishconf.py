"""What differs when the site is published: its address, and where it goes (docs/publier.md)."""

import sys
from pathlib import Path

if (_project := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, _project)
from pelicanconf import *  # noqa: F403 (the differences alone stand here)

# The address that visitors use, without a last slash: https://exemple.fr or https://exemple.fr/dossier
SITEURL = ""

# --- By rsync, to a server: bin/invoke publish ------------------------------------------------
# For example:
#     SSH_HOST = "ssh.exemple.fr"
#     SSH_USER = "meridionale"
#     SSH_PORT = 22
#     SSH_TARGET_DIR = "/srv/meridionale"   # or "~/www", or "www": from the account's own folder
# No password here, ever: ssh has its keys (docs/publier.md, « La clé »).
SSH_HOST = ""
SSH_USER = ""
SSH_PORT = 22
SSH_TARGET_DIR = ""
# True: each site in a folder of its own, and the web server serves SSH_TARGET_DIR/current.
# False: the web server serves SSH_TARGET_DIR itself. None: found out at the first publication.
SSH_RELEASES = None

# --- By Git, to a branch: bin/invoke publish --git --------------------------------------------
# The remote's name or address, the branch that the host shows, and a domain of your own if you
# have one: CNAME = "www.exemple.fr"
GIT_REMOTE = "origin"
GIT_BRANCH = "pages"
CNAME = ""
