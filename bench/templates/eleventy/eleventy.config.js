// The lists of posts, ten a page: all of them, by category, by tag.
const PER_PAGE = 10;

function pages(title, folder, posts) {
  const total = Math.ceil(posts.length / PER_PAGE);
  const address = (number) => `/${folder}/${number > 1 ? `${number}/` : ""}`;
  return Array.from({ length: total }, (_, index) => ({
    title,
    posts: posts.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    number: index + 1,
    total,
    address: address(index + 1),
    previous: index ? address(index) : "",
    next: index + 1 < total ? address(index + 2) : "",
  }));
}

function lists(api) {
  const posts = api.getFilteredByGlob("posts/*.md").reverse();
  const groups = new Map([["actualites", ["Actualités", posts]]]);
  for (const post of posts) {
    const named = [[`categories/${post.data.category.toLowerCase()}`, post.data.category]];
    for (const tag of post.data.tags) named.push([`tags/${tag}`, tag]);
    for (const [folder, title] of named) {
      if (!groups.has(folder)) groups.set(folder, [title, []]);
      groups.get(folder)[1].push(post);
    }
  }
  return [...groups].flatMap(([folder, [title, shown]]) => pages(title, folder, shown));
}

module.exports = function (config) {
  config.addCollection("lists", lists);
  config.addCollection("newest", (api) => api.getFilteredByGlob("posts/*.md").slice(-10).reverse());
  config.addPassthroughCopy("images");
  config.addFilter("day", (date) => date.toISOString().slice(0, 10).split("-").reverse().join("/"));
  config.addFilter("opening", (html) => html.slice(0, html.indexOf("</p>") + 4));
  return { markdownTemplateEngine: false };
};
