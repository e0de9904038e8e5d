// The three Git hosts as tables of requests. Each function asks; nothing here decides anything.
//
// `repo` is `owner/name`, `ref` a branch or a commit. A change is `{path, data, base, last}`: `data` in base64,
// null to take the file away; `base` the blob that it replaces, null for a new file; `last` what GitLab knows it by.

const steps = (path) => path.split("/").map(encodeURIComponent).join("/");
const OPEN = ["queued", "in_progress", "waiting", "requested", "pending", "created", "preparing", "running", "waiting_for_resource", "scheduled", "manual"];
const GOOD = ["success", "neutral", "skipped", "warning"];

/** What a workflow says: `attente`, `bon`, `mauvais`; `rien` when there is none. */
function verdict(words, address) {
  const state = !words.length ? "rien" : words.some((one) => OPEN.includes(one)) ? "attente" : words.every((one) => GOOD.includes(one)) ? "bon" : "mauvais";
  return { state, address };
}

/** What GitHub and Forgejo have in common. */
const alike = (ask) => ({
  me: async () => (await ask("GET", "/user")).login,
  // Who may not write on the main branch may still make another in the same place.
  canBranch: async (repo) => Boolean((await ask("GET", `/repos/${repo}`)).permissions?.push),
  branch: (repo, name) => ask("GET", `/repos/${repo}/branches/${encodeURIComponent(name)}`, null, 404),
  async look(repo, path, ref) {
    const found = await ask("GET", `/repos/${repo}/contents/${steps(path)}?ref=${encodeURIComponent(ref)}`, null, 404);
    return found && { sha: found.sha, data: found.content ?? "" };
  },
  async fork(repo, me) {
    const made = await ask("POST", `/repos/${repo}/forks`, {}, 409);
    return made?.full_name ?? `${me}/${repo.split("/")[1]}`;
  },
  async propose({ repo, fork, branch, base, title, body }) {
    const head = fork === repo ? branch : `${fork.split("/")[0]}:${branch}`;
    const made = await ask("POST", `/repos/${repo}/pulls`, { title, body, head, base }, 409, 422);
    return made?.html_url;
  },
});

export const HOSTS = {
  GitHub: {
    api: (host) => (host === "https://github.com" ? "https://api.github.com" : `${host}/api/v3`),
    token: "/settings/personal-access-tokens/new?name=Ecrire&contents=write&pull_requests=write&actions=read",
    rights: "« Contents » et « Pull requests » en lecture et écriture, « Actions » en lecture",
    requests: (ask) => ({
      ...alike(ask),
      canPush(repo) { return this.canBranch(repo); },
      async head(repo, branch) { return (await this.branch(repo, branch))?.commit.sha; },
      // A fork is brought up to date first: a commit is made upon what it holds.
      ready: (fork, base) => ask("POST", `/repos/${fork}/merge-upstream`, { branch: base }),
      async commit(repo, { branch, from, isNew, message, changes }) {
        const git = `/repos/${repo}/git`;
        const tree = [];
        for (const { path, data } of changes) {
          const sha = data === null ? null : (await ask("POST", `${git}/blobs`, { content: data, encoding: "base64" })).sha;
          tree.push({ path, mode: "100644", type: "blob", sha });
        }
        const before = await ask("GET", `${git}/commits/${from}`);
        const made = await ask("POST", `${git}/trees`, { base_tree: before.tree.sha, tree });
        const { sha } = await ask("POST", `${git}/commits`, { message, tree: made.sha, parents: [from] });
        if (isNew) await ask("POST", `${git}/refs`, { ref: `refs/heads/${branch}`, sha });
        else await ask("PATCH", `${git}/refs/heads/${steps(branch)}`, { sha, force: false });
        return sha;
      },
      async verdict(repo, commit) {
        const { workflow_runs: runs } = await ask("GET", `/repos/${repo}/actions/runs?head_sha=${commit}`);
        return verdict(runs.map((one) => one.conclusion ?? one.status), runs[0]?.html_url);
      },
    }),
  },
  Forgejo: {
    api: (host) => `${host}/api/v1`,
    token: "/user/settings/applications",
    rights: "« repository » en lecture et écriture, « user » en lecture",
    authorize: "/login/oauth/authorize",
    exchange: "/login/oauth/access_token",
    scope: "",
    requests: (ask) => ({
      ...alike(ask),
      async canPush(repo, base) { return Boolean((await this.branch(repo, base))?.user_can_push); },
      async head(repo, branch) { return (await this.branch(repo, branch))?.commit.id; },
      async commit(repo, { branch, base, isNew, message, changes }) {
        const files = changes.map(({ path, data, base: sha }) => ({
          path, operation: data === null ? "delete" : sha ? "update" : "create",
          ...(sha && { sha }), ...(data !== null && { content: data }),
        }));
        const asked = { branch: isNew ? base : branch, ...(isNew && { new_branch: branch }), message, files };
        return (await ask("POST", `/repos/${repo}/contents`, asked)).commit.sha;
      },
      async verdict(repo, commit) {
        const told = await ask("GET", `/repos/${repo}/commits/${commit}/status`);
        return verdict(told.statuses?.length ? [told.state] : [], told.statuses?.[0]?.target_url);
      },
    }),
  },
  GitLab: {
    api: (host) => `${host}/api/v4`,
    token: "/-/user_settings/personal_access_tokens?name=Ecrire&scopes=api",
    rights: "« api »",
    authorize: "/oauth/authorize",
    exchange: "/oauth/token",
    scope: "api",
    requests: (ask) => {
      const project = (repo) => `/projects/${encodeURIComponent(repo)}`;
      const branchOf = (repo, name) => ask("GET", `${project(repo)}/repository/branches/${encodeURIComponent(name)}`, null, 404);
      return {
        me: async () => (await ask("GET", "/user")).username,
        canPush: async (repo, base) => Boolean((await branchOf(repo, base))?.can_push),
        // From the access level 30 on (« Developer »).
        async canBranch(repo) {
          const { permissions } = await ask("GET", project(repo));
          return [permissions?.project_access, permissions?.group_access].some((one) => one?.access_level >= 30);
        },
        head: async (repo, branch) => (await branchOf(repo, branch))?.commit.id,
        async look(repo, path, ref) {
          const found = await ask("GET", `${project(repo)}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(ref)}`, null, 404);
          return found && { sha: found.blob_id, data: found.content, last: found.last_commit_id };
        },
        async fork(repo, me) {
          const made = await ask("POST", `${project(repo)}/fork`, {}, 409);
          return made?.path_with_namespace ?? `${me}/${repo.split("/").at(-1)}`;
        },
        async commit(repo, { branch, base, isNew, message, changes, origin }) {
          const actions = changes.map(({ path, data, base: sha, last }) => ({
            action: data === null ? "delete" : sha ? "update" : "create", file_path: path,
            ...(data !== null && { content: data, encoding: "base64" }), ...(last && { last_commit_id: last }),
          }));
          const asked = { branch, commit_message: message, actions, ...(isNew && { start_branch: base }), ...(origin !== repo && { start_project: origin }) };
          return (await ask("POST", `${project(repo)}/repository/commits`, asked)).id;
        },
        async propose({ repo, fork, branch, base, title, body }) {
          const { id } = await ask("GET", project(repo));
          const asked = { source_branch: branch, target_branch: base, target_project_id: id, title, description: body, remove_source_branch: true };
          return (await ask("POST", `${project(fork)}/merge_requests`, asked, 409))?.web_url;
        },
        async verdict(repo, commit) {
          const runs = await ask("GET", `${project(repo)}/pipelines?sha=${commit}`);
          return verdict(runs.map((one) => one.status).slice(0, 1), runs[0]?.web_url);
        },
      };
    },
  },
};
