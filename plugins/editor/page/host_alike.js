// What the requests of GitHub and of Forgejo have in common.

import { steps } from "./host_verdict.js";

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
