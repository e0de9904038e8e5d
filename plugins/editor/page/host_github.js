// The requests of GitHub.

import { alike, steps, verdict } from "./host_alike.js";

export const HOST = {
  name: "GitHub",
  api: (host) => (host === "https://github.com" ? "https://api.github.com" : `${host}/api/v3`),
  token: () =>
    "/settings/personal-access-tokens/new?name=Ecrire&contents=write&pull_requests=write&actions=read",
  rights:
    "«\u00a0Contents\u00a0» et «\u00a0Pull requests\u00a0» en lecture et écriture, «\u00a0Actions\u00a0» en lecture",
  requests: (ask) => ({
    ...alike(ask),
    canPush(repo) {
      return this.canBranch(repo);
    },
    async head(repo, branch) {
      return (await this.branch(repo, branch))?.commit.sha;
    },
    // A fork is brought up to date first: a commit is made upon what it holds.
    ready: (fork, base) => ask("POST", `/repos/${fork}/merge-upstream`, { branch: base }, 409, 422), // one that went its own way is looked at file by file
    async commit(repo, { branch, from, isNew, message, changes }) {
      const git = `/repos/${repo}/git`;
      const tree = [];
      for (const { path, data } of changes) {
        const sha =
          data === null
            ? null
            : (await ask("POST", `${git}/blobs`, { content: data, encoding: "base64" })).sha;
        tree.push({ path, mode: "100644", type: "blob", sha });
      }
      const before = await ask("GET", `${git}/commits/${from}`);
      const made = await ask("POST", `${git}/trees`, { base_tree: before.tree.sha, tree });
      const { sha } = await ask("POST", `${git}/commits`, {
        message,
        tree: made.sha,
        parents: [from],
      });
      if (isNew) await ask("POST", `${git}/refs`, { ref: `refs/heads/${branch}`, sha });
      else await ask("PATCH", `${git}/refs/heads/${steps(branch)}`, { sha, force: false });
      return sha;
    },
    async verdict(repo, commit) {
      const { workflow_runs: runs } = await ask(
        "GET",
        `/repos/${repo}/actions/runs?head_sha=${commit}`,
      );
      return verdict(
        runs.map((one) => one.conclusion ?? one.status),
        runs[0]?.html_url,
      );
    },
  }),
};
