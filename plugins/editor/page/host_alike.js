// What the tables of requests of the Git hosts share. Each function of a table asks; none decides anything.
//
// `repo` is `owner/name`, `ref` a branch or a commit. A change is `{path, data, base, last}`: `data` in base64,
// null to take the file away; `base` the blob that it replaces, null for a new file; `last` what GitLab knows it by.

export const steps = (path) => path.split("/").map(encodeURIComponent).join("/");
// One that was cancelled made place for a later one; one that waits for a yes is not over.
const UNDER_WAY =
  `queued in_progress waiting requested pending created preparing running scheduled manual stale
  waiting_for_resource action_required cancelled canceled`.split(/\s+/);
const PASSED = ["success", "neutral", "skipped", "warning"];

/** What a workflow says: `attente`, `bon`, `mauvais`; `rien` when there is none. */
export function verdict(words, address) {
  const state = !words.length
    ? "rien"
    : words.some((one) => UNDER_WAY.includes(one))
      ? "attente"
      : words.every((one) => PASSED.includes(one))
        ? "bon"
        : "mauvais";
  return { state, address };
}

/** What the requests of GitHub and of Forgejo have in common. */
export const alike = (ask) => ({
  me: async () => (await ask("GET", "/user")).login,
  // Who may not write on the main branch may still make another in the same place.
  canBranch: async (repo) => Boolean((await ask("GET", `/repos/${repo}`)).permissions?.push),
  branch: (repo, name) =>
    ask("GET", `/repos/${repo}/branches/${encodeURIComponent(name)}`, null, 404),
  async look(repo, path, ref) {
    const found = await ask(
      "GET",
      `/repos/${repo}/contents/${steps(path)}?ref=${encodeURIComponent(ref)}`,
      null,
      404,
    );
    return found && { sha: found.sha, data: found.encoding === "base64" ? found.content : null }; // null: too heavy to be given
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
