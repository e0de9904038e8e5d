// An approximate page, where no site of drafts is to be had: what the buttons make, as the build makes it; the rest raw.

const BOXES = {
  NOTE: "À noter",
  ASTUCE: "Astuce",
  TIP: "Astuce",
  IMPORTANT: "Important",
  ATTENTION: "Attention",
  WARNING: "Attention",
  CAUTION: "Attention",
};
const CLASSES = { TIP: "astuce", WARNING: "attention", CAUTION: "attention" };
const START = /^(?:#{1,6} |> ?|[-*+] |\d+\. |<|\{%|```|\|)/;

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function inline(text, site) {
  const kept = [];
  const keep = (html) => `\0${kept.push(html) - 1}\0`;
  const target = (given) => {
    const name = /^\{%\s*link\s+(\S+)\s*%\}$/.exec(given)?.[1];
    return escape(name ? (site.addressOf(name) ?? "#") : given);
  };
  const classed = (list) =>
    list ? ` class="${escape(list.replace(/^\{:\s*\.|\}$/g, "").trim())}"` : "";
  const where = String.raw`\((\{%[^%]*%\}|[^\s()]+)\)(\{:\s*\.[\w-]+\s*\})?`;
  return escape(
    text
      .replace(/\\([\\`*_{}[\]()#+.!>-])/g, (_, sign) => keep(escape(sign)))
      .replace(new RegExp(String.raw`!\[([^\]]*)\]${where}`, "g"), (_, alt, address) =>
        keep(
          `<img alt="${escape(alt)}" src="${/^\/?images\//.test(address) ? escape(site.imageOf(decodeURI(address.replace(/^\//, "")))) : target(address)}">`,
        ),
      )
      .replace(new RegExp(String.raw`\[([^\]]+)\]${where}`, "g"), (_, words, address, list) =>
        keep(`<a${classed(list)} href="${target(address)}">${inline(words, site)}</a>`),
      ),
  )
    .replace(/\*\*(?=\S)(.+?\S|\S)\*\*(?!\*)/gs, "<strong>$1</strong>")
    .replace(/\*(?=\S)(.+?)\*/gs, "<em>$1</em>")
    .replace(/\0(\d+)\0/g, function put(_, at) {
      return kept[at].replace(/\0(\d+)\0/g, put);
    });
}

/** A text's body as HTML; `site` has `addressOf(file)` and `imageOf(image)`. */
export function bodyOf(text, site) {
  const lines = text.split("\n");
  const made = [];
  /** The next lines that fit, without what begins each of them. */
  const take = (fits, begin) => {
    const found = [];
    while (lines.length && fits.test(lines[0])) found.push(lines.shift().replace(begin, ""));
    return found;
  };
  while (lines.length) {
    const [line] = lines;
    const heading = /^(#{1,6}) +(.*?)#*$/.exec(line);
    const list = /^(?:[-*+]|(\d+)\.) /.exec(line);
    const frame = /^<iframe [^>]*?title="([^"]*)"[^>]*><\/iframe>$/.exec(line);
    if (!line.trim()) lines.shift();
    else if (heading) {
      lines.shift();
      made.push(
        `<h${heading[1].length}>${inline(heading[2].trim(), site)}</h${heading[1].length}>`,
      );
    } else if (line.startsWith(">")) {
      const inside = take(/^>/, /^> ?/);
      const kind = /^\[!(\w+)\]\s*$/.exec(inside[0])?.[1].toUpperCase();
      const [words, name] = [BOXES[kind], CLASSES[kind] ?? kind?.toLowerCase()];
      made.push(
        words
          ? `<div class="encart ${name}" role="note" aria-label="${words}"><div class="encart-titre"><strong>${words}</strong></div>${bodyOf(inside.slice(1).join("\n"), site)}</div>`
          : `<blockquote>${bodyOf(inside.join("\n"), site)}</blockquote>`,
      );
    } else if (list) {
      const tag = list[1] ? "ol" : "ul";
      const items = take(list[1] ? /^\d+\. / : /^[-*+] /, /^\S+ +/);
      made.push(`<${tag}>${items.map((one) => `<li>${inline(one, site)}</li>`).join("")}</${tag}>`);
    } else if (frame) {
      lines.shift();
      made.push(
        `<figure class="carte-exterieure"><figcaption><strong>${frame[1]}</strong> <span>Cette partie vient d'un autre site.</span></figcaption></figure>`,
      );
    } else if (/^\|( *-+ *\|)+ *$/.test(lines[1] ?? "") && line.startsWith("|")) {
      const [head, , ...rows] = take(/^\|/, /^\|/).map((row) =>
        row.replace(/\| *$/, "").split("|"),
      );
      const row = (tag, cells) =>
        `<tr>${head.map((_, at) => `<${tag}>${inline((cells[at] ?? "").trim(), site)}</${tag}>`).join("")}</tr>`;
      const count = 1 + made.filter((one) => one.includes("<table>")).length;
      made.push(
        `<div class="table" role="region" tabindex="0" aria-label="Tableau ${count}"><table><thead>${row("th", head)}</thead><tbody>${rows.map((one) => row("td", one)).join("")}</tbody></table></div>`,
      );
    } else if (START.test(line)) made.push(`<pre>${escape(take(/\S/).join("\n"))}</pre>`);
    else {
      const words = [lines.shift()];
      while (lines[0]?.trim() && !START.test(lines[0])) words.push(lines.shift());
      made.push(`<p>${inline(words.join("\n"), site)}</p>`);
    }
  }
  return made.join("\n");
}

/** A whole page, for a frame that runs nothing. */
export function pageOf(text, site) {
  const [whole, front] = /^\ufeff?---\r?\n([^]*?)\r?\n---\r?\n?/.exec(text) ?? ["", ""];
  const said = (key) =>
    new RegExp(`^(?:${key}) *: *(.*)$`, "m")
      .exec(front)?.[1]
      .replace(/ #.*|\r$/g, "")
      .trim()
      .replace(/^(["'])(.*)\1$/, "$2") ?? "";
  const image = said("image");
  const shown =
    image && !/^https?:/.test(image)
      ? `<p><img alt="${escape(said("image_alt"))}" src="${escape(site.imageOf(image.replace(/^\//, "")))}"></p>`
      : "";
  const body = bodyOf(text.slice(whole.length).replaceAll("\r\n", "\n"), site);
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aperçu</title><link rel="stylesheet" href="apercu.css"><main id="main"><div class="container"><h1>${escape(said("title|titre|nom"))}</h1>${shown}${body}</div></main></html>`;
}
