"""Stand-ins for GitHub, GitLab and Forgejo: their REST APIs, over real bare repositories.

They answer what the page of the editor asks and nothing else, as the hosts' descriptions say
(`published_api.py`). What a person may do, protected branches and failures are set by the tests.
"""

from git_hosts.forgejo import Forgejo
from git_hosts.github import GitHub
from git_hosts.gitlab import GitLab
from git_hosts.handler import handler_of
from git_hosts.stand_in import APPLICATION, BRANCH, ME, SITE, Refusal, StandIn

__all__ = ["APPLICATION", "BRANCH", "HOSTS", "ME", "SITE", "Refusal", "StandIn", "handler_of"]

HOSTS = {host.name: host for host in (GitHub, Forgejo, GitLab)}
