// Dates and hours as people write them, read to be shown back in words and written in one form.

import { plain } from "./dom.js";

const MONTHS =
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" ");
const DAYS = "(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)";
const HOUR = "(\\d{1,2})(?: ?[h:.](?:eures?)? ?(\\d{2})?)?";
const two = (number) => String(number).padStart(2, "0");
const words = (given) =>
  plain(given)
    .replace(/[.,]?\s+/g, " ")
    .trim();

/** An hour alone, `18:30`; null when it is none. */
export function readHour(given) {
  const found = new RegExp(`^(?:a )?${HOUR}$`).exec(words(given).replace(/^midi$/, "12h"));
  if (!found || !/[h:]|\d\.\d/.test(given.toLowerCase().replace("midi", "h"))) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

/** `{day: "2026-12-12", hour: "18:30" | ""}`, or null when it is not surely a moment. */
export function readMoment(given, today) {
  const [start, named] = new RegExp(`^(?:le )?(${DAYS} )?(?:le )?`).exec(words(given));
  const text = words(given).slice(start.length);
  const [, day, , rest] =
    /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?([/.]) ?\d{1,2} ?\2 ?\d{2}(?!\d)|\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?|\d{1,2}(?:er)? [a-z]+(?: \d{4})?)(?:t| - | ?[–—] ?|,? (?:a partir de |a |de |des |vers )?|,|$)(.*)$/.exec(
      text,
    ) ?? [];
  if (!day) return null;
  const hour = rest ? readHour(rest) : "";
  const parts = /^\d{4}-/.test(day) ? day.split("-") : day.split(/ ?[/.-] ?| /).reverse();
  if (parts.length === 2) parts.unshift("");
  const date = hour === null ? null : isoDay(parts, today);
  // « vendredi 12 décembre » that is a Saturday: which of the two is wrong, only its writer knows.
  if (!date || (named && plain(longDay(date)).split(" ")[0] !== named.trim())) return null;
  return { day: date, hour };
}

function isoDay([year, month, day], today) {
  const like = MONTHS.filter((one) => month.length > 2 && one.startsWith(month));
  const rank = like.length === 1 ? MONTHS.indexOf(like[0]) : Number(month) - 1;
  const made = (at) => new Date(Date.UTC(at, rank, parseInt(day, 10)));
  const date = made(Number(year.length === 2 ? `20${year}` : year || today.slice(0, 4)));
  const read = !year && iso(date) < today ? made(date.getUTCFullYear() + 1) : date;
  return read.getUTCMonth() === rank ? iso(read) : null;
}

const FULL = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
const longDay = (day) =>
  new Date(`${day}T12:00Z`).toLocaleDateString("fr-FR", FULL).replace(/ 1 /, " 1er ");
const iso = (date) => date.toISOString().slice(0, 10);

/** A moment as files have it; what is not read stays as it is typed. */
export function written(given, today) {
  const read = readMoment(given, today);
  if (!read) return readHour(given) ?? given.trim();
  return read.hour ? `${read.day} ${read.hour}` : read.day;
}

/** A moment of a file, or an hour, as people type it, `12/12/2026 18h30`; another form stays. */
export const asTyped = (value) =>
  value.replace(
    /^(?:(\d{4})-(\d\d)-(\d\d)(?:$|[ T]))?(?:(\d\d):(\d\d))?$/,
    (_, year, month, day, hour, minute) =>
      [year && `${day}/${month}/${year}`, hour && `${hour}h${minute}`].filter(Boolean).join(" "),
  );

/** « samedi 12 décembre 2026 à 18 h 30 », or "". */
export function inWords(given, today) {
  const read = readMoment(given, today);
  const hour = read ? read.hour : readHour(given);
  const told = hour ? hour.replace(/^0/, "").replace(":", " h ").replace(/ 00$/, "") : "";
  if (!read) return told;
  return longDay(read.day) + (told && ` à ${told}`);
}
