// Values of YAML as texts, lists and mappings; those that are not safe to edit are told apart.

export const NULL = /^(null|~)$/i;
const NO_TEXT = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;
const UNSAFE = /^[-?:,[\]{}#&*!|>'"%@`\s]|:\s|:$|\s#|\s$|[\r\n\t]/;

/** One line or a few of a value, as `{value, style, comment}`; `odd` when it is not safe to edit. */
export function readScalar(rest, more) {
  const found = /^([ \t\u00a0\u202f]*)(.*)$/s.exec(rest);
  const lead = found[1] || " ";
  let words = found[2];
  if (/^[|>][+-]?\s*(#.*)?$/.test(words)) {
    const lines = more.map((line) => line.trim());
    const value = lines.join(words[0] === ">" ? " " : "\n").trim();
    return { value, style: "block", lead, comment: "" };
  }
  if (more.length) {
    if (/\s#/.test(words) || more.some((line) => /(^|\s)#/.test(line))) return { odd: true };
    words = [words.trim(), ...more.map((line) => line.trim())].join(" ").trim();
  }
  const quoted =
    /^"((?:[^"\\]|\\.)*)"(\s*|\s+#.*)$/s.exec(words) ??
    /^'((?:[^']|'')*)'(\s*|\s+#.*)$/s.exec(words);
  if (quoted) {
    const value = words[0] === '"' ? decodedText(quoted[1]) : quoted[1].replaceAll("''", "'");
    return value === null ? { odd: true } : { value, style: words[0], lead, comment: quoted[2] };
  }
  if (/^["']/.test(words)) return { odd: true, isOpen: !words.slice(1).includes(words[0]) };
  if (/^[&*!%@`?{[|>]/.test(words) || /^- /.test(words)) return { odd: true };
  const [, value, comment] = /^(|.*?)(\s*|(?:^|\s+)#.*)$/s.exec(words);
  return { value, style: "plain", lead, comment };
}

// A sign after a backslash, and at the same place what both mean.
const ESCAPED = '0abtnvfreN_LP \t"/\\';
const MEANT = '\0\x07\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029 \t"/\\';

/** What stands between double quotes; null when it has an escape that YAML has not. */
function decodedText(text) {
  let isRight = true;
  const decoded = text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(0{3}[\da-fA-F]{5})|(.))/gs,
    (all, two, four, eight, sign) => {
      const code = two ?? four ?? eight;
      if (code) return String.fromCodePoint(parseInt(code, 16));
      isRight &&= ESCAPED.includes(sign);
      return MEANT[ESCAPED.indexOf(sign)];
    },
  );
  return isRight ? decoded : null;
}

const TOKEN =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([[\]{},]|:(?=\s))|([^\s"'{}[\],#&*!|>%@`:?-](?:[^,{}[\]:#]|:(?!\s)|(?<!\s)#)*))/y;

const areTexts = (all) => all.every((one) => typeof one === "string");
const isFlat = (one) =>
  typeof one === "string" || (!Array.isArray(one) && areTexts(Object.values(one)));

/** `[a, "b"]` or `{a: b}` on one line, as `{value, comment}`; null when it is neither. */
export function readFlow(text) {
  const json = []; // the same, as JSON has it
  let depth = 0;
  TOKEN.lastIndex = 0;
  do {
    const [, double, single, sign, word] = TOKEN.exec(text) ?? [];
    const said =
      word?.trim() ??
      single?.replaceAll("''", "'") ??
      (double === undefined ? null : decodedText(double));
    if (!sign && said === null) return null;
    if ("]}".includes(sign) && /[^[{],$/.test(json.join(""))) json.pop();
    if (",}".includes(sign) && json.at(-1) === ":") json.push('""');
    json.push(sign ?? JSON.stringify(said));
    depth += { "[": 1, "{": 1, "]": -1, "}": -1 }[sign] ?? 0;
  } while (depth);
  const comment = text.slice(TOKEN.lastIndex);
  try {
    const value = JSON.parse(json.join(""));
    const isRight = Array.isArray(value) ? value.every(isFlat) : isFlat(value);
    return isRight && /^(\s*|\s+#.*)$/.test(comment) ? { value, comment } : null;
  } catch {
    return null;
  }
}

/** A value without what YAML cannot hold: signs that nobody sees, ends of lines. */
export function cleaned(value) {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === "string")
    return value.replace(/\s*[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]+\s*/gu, " ").trim();
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]));
}

/** A text as YAML: `bare`, or `plain` where that is safe, or between quotes. */
export function encoded(line, style = "plain", isInFlow = false) {
  const isSafe =
    line &&
    !UNSAFE.test(line) &&
    !NO_TEXT.test(line) &&
    !(isInFlow && /[,[\]{}]|:/.test(line) && !/^[\d: -]+$/.test(line));
  if (style === "bare" || (style === "plain" && isSafe)) return line;
  if (style === "'") return `'${line.replaceAll("'", "''")}'`;
  return `"${line.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** `{debut: 2026-12-12 18:30, fin: 21h}`, or the start alone. */
function encodedDate(item) {
  const keys = Object.keys(item);
  if (keys.length === 1 && keys[0] === "debut") return encoded(item.debut, "plain", true);
  return `{${keys.map((key) => `${key}: ${encoded(item[key], "plain", true)}`).join(", ")}}`;
}
export const encodedItem = (item, isInFlow) =>
  typeof item === "string" ? encoded(item, "plain", isInFlow) : encodedDate(item);

/** Whether words are safe without quotes, whatever stands around them. */
export const isPlain = (words) => !UNSAFE.test(words);
