// The requests of GitLab.

import { verdict } from "./host_alike.js";

export const HOST = {
  name: "GitLab",
  api: (host) => `${host}/api/v4`,
  // A project's own token opens nothing else; an account's, all that the account may open.
  token: (repo) => `/${repo}/-/settings/access_tokens`,
  rights: "le rôle «\u00a0Developer\u00a0» et le droit «\u00a0api\u00a0»",
  wider:
    "Cette page n'est ouverte qu'à qui administre le projet, et gitlab.com la réserve à ses abonnements payants. Un jeton de votre compte convient aussi, mais il ouvre tous vos autres projets.",
  authorize: "/oauth/authorize",
  exchange: "/oauth/token",
  scope: "api",
  requests: (ask) => {
    const project = (repo) => `/projects/${encodeURIComponent(repo)}`;
    const branchOf = (repo, name) =>
      ask("GET", `${project(repo)}/repository/branches/${encodeURIComponent(name)}`, null, 404);
    return {
      me: async () => (await ask("GET", "/user")).username,
      canPush: async (repo, base) => Boolean((await branchOf(repo, base))?.can_push),
      // From the access level 30 on (« Developer »).
      async canBranch(repo) {
        const { permissions } = await ask("GET", project(repo));
        return [permissions?.project_access, permissions?.group_access].some(
          (one) => one?.access_level >= 30,
        );
      },
      startsAtOrigin: true,
      head: async (repo, branch) => (await branchOf(repo, branch))?.commit.id,
      async look(repo, path, ref) {
        const found = await ask(
          "GET",
          `${project(repo)}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(ref)}`,
          null,
          404,
        );
        return found && { sha: found.blob_id, data: found.content, last: found.last_commit_id };
      },
      async fork(repo, me) {
        const made = await ask("POST", `${project(repo)}/fork`, {}, 409);
        return made?.path_with_namespace ?? `${me}/${repo.split("/").at(-1)}`;
      },
      async commit(repo, { branch, base, isNew, message, changes, origin }) {
        const actions = changes.map(({ path, data, base: sha, last }) => ({
          action: data === null ? "delete" : sha ? "update" : "create",
          file_path: path,
          ...(data !== null && { content: data, encoding: "base64" }),
          ...(last && { last_commit_id: last }),
        }));
        const asked = {
          branch,
          commit_message: message,
          actions,
          ...(isNew && { start_branch: base }),
          ...(origin !== repo && { start_project: origin }),
        };
        return (await ask("POST", `${project(repo)}/repository/commits`, asked)).id;
      },
      async propose({ repo, fork, branch, base, title, body }) {
        const { id } = await ask("GET", project(repo));
        const asked = {
          source_branch: branch,
          target_branch: base,
          target_project_id: id,
          title,
          description: body,
          remove_source_branch: true,
        };
        return (await ask("POST", `${project(fork)}/merge_requests`, asked, 409))?.web_url;
      },
      async verdict(repo, commit) {
        const runs = await ask("GET", `${project(repo)}/pipelines?sha=${commit}`);
        return verdict(runs.map((one) => one.status).slice(0, 1), runs[0]?.web_url);
      },
    };
  },
};
