// The requests of Forgejo.

import { alike, verdict } from "./host_alike.js";

export const HOST = {
  name: "Forgejo",
  api: (host) => `${host}/api/v1`,
  token: () => "/user/settings/applications",
  rights: "«\u00a0repository\u00a0» en lecture et écriture, «\u00a0user\u00a0» en lecture",
  wider:
    "Si la page vous laisse choisir les dépôts, choisissez ce dépôt seul\u00a0: sinon, le jeton ouvre aussi tous les autres dépôts de votre compte.",
  authorize: "/login/oauth/authorize",
  exchange: "/login/oauth/access_token",
  scope: "",
  requests: (ask) => ({
    ...alike(ask),
    async canPush(repo, base) {
      return Boolean((await this.branch(repo, base))?.user_can_push);
    },
    async head(repo, branch) {
      return (await this.branch(repo, branch))?.commit.id;
    },
    async commit(repo, { branch, base, isNew, message, changes }) {
      const files = changes.map(({ path, data, base: sha }) => ({
        path,
        operation: data === null ? "delete" : sha ? "update" : "create",
        ...(sha && { sha }),
        ...(data !== null && { content: data }),
      }));
      const asked = {
        branch: isNew ? base : branch,
        ...(isNew && { new_branch: branch }),
        message,
        files,
      };
      return (await ask("POST", `/repos/${repo}/contents`, asked)).commit.sha;
    },
    async verdict(repo, commit) {
      const told = await ask("GET", `/repos/${repo}/commits/${commit}/status`);
      return verdict(told.statuses?.length ? [told.state] : [], told.statuses?.[0]?.target_url);
    },
  }),
};
