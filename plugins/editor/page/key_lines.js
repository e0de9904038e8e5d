// The lines of keys at the top of a file: how one is known, how a new one is written.

import { encoded, encodedItem, isPlain } from "./values.js";

export const LINES = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;
export const KEY =
  /^(?:"([^"]+)"|'([^']+)'|([^\s"'#\-?:,[\]{}&*!|>%@`][^:#]*?))[ \t]*:(?=[ \t\u00a0\u202f]|$)(.*)$/s;

/** A key as all its spellings have it: without accents, capitals, dashes and spaces. */
export const keyName = (key) =>
  key
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join("_") ?? "";

/** The field of a key as a file has it. */
export const fieldOf = (fields, key) =>
  fields.find((one) => [one.key, ...(one.names ?? [])].map(keyName).includes(keyName(key)));

export const bare = (line) => line.replace(/[\r\n]+$/, "");
export const isBlank = (line) => /^\s*(#|$)/.test(line);

/** Items as they were or as they are asked: equal ones are the same text. */
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Where two lists differ: `[start, end of the first, end of the second]`. */
export function difference(one, other) {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1])
    [end, otherEnd] = [end - 1, otherEnd - 1];
  return [start, end, otherEnd];
}

/** Lines with a text in their place: those that stay keep their ends, others take `eol`. */
export function replaced(lines, text, eol) {
  const unix = (line) => line.replace(/\r\n?$/, "\n");
  const after = text.match(LINES) ?? [];
  const [start, end, newEnd] = difference(lines.map(unix), after.map(unix));
  const changed = after.slice(start, newEnd).map((line) => line.replace(/\n$/, eol));
  return [...lines.slice(0, start), ...changed, ...lines.slice(end)];
}

const STYLES = { line: '"', text: '"', postal: '"', switch: "bare" };
const styleOf = (field) => STYLES[field.input] ?? "plain";

const inList = (items) => `[${items.map((item) => encodedItem(item, true)).join(", ")}]`;

/** A value in the place of an old one, written as that one was where it can be. */
export function rewritten(field, old, value) {
  if (Array.isArray(value)) {
    const joined = value.join(", ");
    const isText =
      !old.isList &&
      field.key !== "categories" &&
      field.input === "list" &&
      old.value &&
      !value.some((item) => /[,;]/.test(item)) &&
      isPlain(joined);
    return isText ? joined : inList(value);
  }
  const isOwn =
    ["block", "flow"].includes(old.style) || old.value === "" || field.input === "switch";
  return encoded(value, isOwn ? styleOf(field) : old.style);
}

export function newLines(field, value) {
  if (field.input === "dates")
    return [`${field.key}:`, ...value.map((item) => `  - ${encodedItem(item, false)}`)];
  if (Array.isArray(value)) return [`${field.key}: ${inList(value)}`];
  return [`${field.key}: ${encoded(value, styleOf(field))}`];
}

/** Dates by the keys of their fields; undefined when one has another key. */
export function named(field, items) {
  const read = items.map((item) => {
    const given = typeof item === "string" ? { debut: item } : item;
    const pairs = Object.entries(given).map(([key, value]) => [
      fieldOf(field.fields, key)?.key,
      value,
    ]);
    return pairs.some(([key]) => !key) ? undefined : Object.fromEntries(pairs);
  });
  return read.includes(undefined) ? undefined : read;
}
