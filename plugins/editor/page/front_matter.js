// The keys at the top of a file, read and changed line by line: what is not changed keeps its bytes.

import {
  KEY,
  LINES,
  bare,
  isBlank,
  fieldOf,
  named,
  newLines,
  replaced,
  rewritten,
  same,
} from "./key_lines.js";
import { NULL, cleaned, encodedItem, readFlow, readScalar } from "./values.js";

/** A file: `body` is its text with Unix line ends; `read` and `write` its keys; `text` the whole. */
export class Doc {
  constructor(text) {
    const lines = text.match(LINES) ?? [];
    const close = lines.findIndex((line, at) => at && /^(---|\.\.\.)[ \t]*$/.test(bare(line)));
    const isOpen = /^\ufeff?---[ \t]*$/.test(bare(lines[0] ?? ""));
    this.eol = /[\r\n]+$/.exec(lines[0] ?? "")?.[0] ?? "\n";
    const hasFront = isOpen && close > 0;
    this.opening = hasFront ? lines[0] : "";
    this.front = hasFront ? lines.slice(1, close) : [];
    this.closing = hasFront ? lines[close] : "";
    this.rest = hasFront ? lines.slice(close + 1) : lines;
    // Fences that are none, or that never close: a key added there would be read by visitors.
    this.isOdd = !hasFront && /^\ufeff?\s*([-–—+]{2,}|\{|<!--)/.test(text);
    this.entries();
  }

  /** A part of a list, as lines of keys alone. */
  static ofLines(lines, eol) {
    const doc = new Doc("");
    return Object.assign(doc, { front: lines, eol, isPart: true });
  }

  get text() {
    return this.opening + this.front.join("") + this.closing + this.rest.join("");
  }

  get body() {
    return this.rest
      .map((line) => line.replace(/\r\n?$/, "\n"))
      .join("")
      .replace(/^\ufeff/, "");
  }

  set body(text) {
    const bom = !this.opening && /^\ufeff/.test(this.rest[0] ?? "") ? "\ufeff" : "";
    this.rest = replaced(this.rest, bom + text, this.eol);
    if (this.closing && this.rest.length && !/[\r\n]$/.test(this.closing)) this.closing += this.eol;
  }

  /** The keys, each with its lines: `at` to `end`, comments and blanks that follow left out. */
  entries() {
    const found = [];
    this.front.forEach((line, at) => {
      const key = KEY.exec(bare(line));
      const last = found.at(-1);
      if (key) found.push({ key: key[1] ?? key[2] ?? key[3], rest: key[4], at, end: at + 1 });
      else if (last && /^\s*[|>]/.test(last.rest) ? /^\s+\S/.test(line) : !isBlank(bare(line))) {
        if (last) last.end = at + 1;
        if (!last || /^[^\s\-\]}]/.test(line)) this.isOdd = true;
      }
    });
    for (const one of found) if (this.valueOf(one).isOpen) this.isOdd = true;
    return found;
  }

  #entry(field) {
    const found = this.entries().filter((one) => fieldOf([field], one.key));
    return found.length > 1 ? { isDouble: true } : found[0];
  }

  valueOf(entry) {
    const more = this.front.slice(entry.at + 1, entry.end).map(bare);
    const rest = entry.rest.trim();
    const isEmpty = isBlank(rest);
    if (/^[[{]/.test(rest)) {
      const joined = [rest, ...more.map((line) => line.trim())].join(" ");
      const flow = more.some((line) => /(^|\s)#/.test(line)) ? null : readFlow(joined);
      if (!flow) return { odd: true, isOpen: !/[\]}]/.test(joined) };
      const lead = /^\s*/.exec(entry.rest)[0];
      return { ...flow, style: "flow", lead, isList: Array.isArray(flow.value) };
    }
    const first = more.find((line) => !isBlank(line));
    if (isEmpty && first && /^\s*-(\s|$)/.test(first)) return this.#blockList(entry, first);
    if (isEmpty && first && KEY.test(first.trim())) return { odd: true };
    return readScalar(entry.rest, more);
  }

  #blockList(entry, first) {
    const indent = /^\s*/.exec(first)[0];
    const start = new RegExp(`^${indent}-(\\s+|$)`);
    const items = [];
    for (let at = entry.at + 1; at < entry.end; at += 1) {
      const line = this.front[at];
      if (start.test(bare(line))) items.push([line]);
      else if (items.length) items.at(-1).push(line);
      else if (!isBlank(bare(line))) return { odd: true };
    }
    const read = items.map((raw) => this.#blockItem(raw, start));
    if (read.some((item) => item === null)) return { odd: true };
    return { value: read.map((item) => item.value), style: "dash", items: read, isList: true };
  }

  #blockItem(raw, start) {
    const head = start.exec(bare(raw[0]))[0];
    const rest = raw[0].slice(head.length);
    const more = raw.slice(1).filter((line) => !isBlank(bare(line)));
    if (KEY.test(bare(rest))) {
      if (more.some((line) => line.slice(0, head.length).trim())) return null;
      const part = Doc.ofLines(
        [rest, ...raw.slice(1).map((line) => line.slice(Math.min(head.length, bare(line).length)))],
        this.eol,
      );
      const value = {};
      for (const one of part.entries()) {
        const it = part.valueOf(one);
        if (it.odd || it.isList || one.key in value) return null;
        value[one.key] = it.value;
      }
      return { value, raw, head, part };
    }
    const flow = /^\{/.test(rest) ? readFlow(bare(rest)) : readScalar(bare(rest), []);
    return !flow || flow.odd || more.length ? null : { value: flow.value, raw, head };
  }

  /** `{value, isThere, odd}`: text, list of texts, or list of dates by their fields' keys. */
  read(field) {
    const isMany = field.input === "list" || field.input === "dates";
    const nothing = isMany ? [] : "";
    const entry = this.#entry(field);
    if (!entry) return { value: nothing, isThere: false, odd: this.isOdd };
    const found = this.isOdd || entry.isDouble ? { odd: true } : this.valueOf(entry);
    const value = found.odd ? undefined : this.#asked(field, found);
    if (value === undefined) {
      const raw = this.front.slice(entry.at, entry.end).join("").trim();
      return { value: nothing, isThere: true, odd: true, raw: entry.isDouble ? "" : raw };
    }
    const isNull = !isMany && found.style === "plain" && NULL.test(value);
    return { value: isNull ? "" : value, isThere: true, odd: false };
  }

  /** A value as its field has it, or undefined. */
  #asked(field, found) {
    if (field.input === "dates")
      return found.isList ? named(field, found.value) : found.value === "" ? [] : undefined;
    if (field.input !== "list") return typeof found.value === "string" ? found.value : undefined;
    if (found.isList)
      return found.value.every((item) => typeof item === "string") ? found.value : undefined;
    if (typeof found.value !== "string") return undefined;
    const by = field.key === "categories" ? /\s+/ : found.value.includes(";") ? ";" : ",";
    return found.value
      .split(by)
      .map((item) => item.trim())
      .filter(Boolean);
  }

  /** Write a value: the lines of its key alone change. False when it is left alone. */
  write(field, given, order = []) {
    const now = this.read(field);
    if (now.odd) return false;
    const value = cleaned(given);
    if (same(now.value, value)) return true;
    const before = [...this.front];
    const fences = [this.opening, this.closing];
    const entry = this.#entry(field);
    if (!value || value.length === 0) this.front.splice(entry.at, entry.end - entry.at);
    else if (entry) this.#replace(entry, field, value);
    else this.#add(field, value, order);
    if (same(this.read(field).value, value)) return true;
    [this.front, [this.opening, this.closing]] = [before, fences];
    return false;
  }

  #replace(entry, field, value) {
    const old = this.valueOf(entry);
    const line = this.front[entry.at];
    const end = /[\r\n]*$/.exec(line)[0] || this.eol;
    const start = bare(line).slice(0, bare(line).length - entry.rest.length);
    if (old.style === "dash") return this.#replaceItems(entry, old, field, value);
    const lead = old.lead ?? " ";
    const words = rewritten(field, old, value);
    const said = old.comment ?? "";
    const comment = /^#/.test(said) ? ` ${said}` : said.trimEnd();
    this.front.splice(entry.at, entry.end - entry.at, `${start}${lead}${words}${comment}${end}`);
    return undefined;
  }

  #replaceItems(entry, old, field, value) {
    const names = field.input === "dates" ? named(field, old.value) : old.value;
    const free = new Set(old.items.keys());
    const kept = value.map((item) => {
      const at = [...free].find((one) => same(names[one], item));
      free.delete(at);
      return at;
    });
    const lines = value.flatMap((item, at) => {
      if (kept[at] !== undefined) return old.items[kept[at]].raw;
      const place = free.has(at) ? old.items[at] : undefined;
      free.delete(at);
      if (place?.part && typeof item === "object") return this.#partOf(place, field, item);
      return [`${old.items[0].head.trimEnd()} ${encodedItem(item, false)}${this.eol}`];
    });
    const first = this.front.indexOf(old.items[0].raw[0], entry.at + 1);
    this.front.splice(first, entry.end - first, ...lines);
  }

  /** A date written on several lines: its own changed lines alone. */
  #partOf(place, field, item) {
    const part = Doc.ofLines([...place.part.front], this.eol);
    for (const one of field.fields) part.write(one, item[one.key] ?? "", field.fields);
    const pad = " ".repeat(place.head.length);
    return part.front.map((line, at) => (at ? (bare(line) ? pad : "") + line : place.head + line));
  }

  #add(field, value, order) {
    if (!this.opening && !this.isPart) {
      const bom = /^\ufeff/.test(this.rest[0] ?? "") ? "\ufeff" : "";
      if (bom) this.rest[0] = this.rest[0].slice(1);
      [this.opening, this.closing] = [`${bom}---${this.eol}`, `---${this.eol}`];
    }
    const rank = order.findIndex((one) => one.key === field.key);
    const earlier = order.slice(0, Math.max(rank, 0)).map((one) => this.#entry(one)?.end ?? 0);
    const at = Math.max(0, ...earlier);
    this.front.splice(at, 0, ...newLines(field, value).map((line) => line + this.eol));
  }
}
