// What will change in the site with a text, in words; and the date that an event's change is given.

import { Doc } from "./front_matter.js";
import { difference } from "./key_lines.js";
import { asWords } from "./merging.js";
import { inWords, readMoment } from "./moments.js";
import { isDocument } from "./sent_files.js";
import { NO, PUBLISHED } from "./work.js";

// What calendars follow of an event: its change is dated (docs/evenements.md).
const FOLLOWED =
  `debut fin chaque jusqu_au sauf dates statut reporte_du lieu adresse en_ligne`.split(" ");
const CHANGED = "modifie";

/** What will change, in words. */
export function changes(work) {
  if (work.isNew)
    return [
      `${work.kind.label} sera ajouté${/^Une/.test(work.kind.label) ? "e" : ""} au site : « ${work.title} ».`,
      ...photoWords(work),
    ];
  const before = new Doc(work.original);
  const told = work.ownFields
    .filter((one) => JSON.stringify(before.read(one)) !== JSON.stringify(work.get(one)))
    .map((one) => {
      const [old, now] = [before.read(one), work.get(one)].map(({ value }) => asWords(value));
      if (one.key === CHANGED && work.get(one).value === work.dated)
        return `Le changement est daté du ${inWords(now, work.site.now)}, pour les agendas abonnés.`;
      return old && now
        ? `${one.label} : « ${old} » devient « ${now} ».`
        : now
          ? `${one.label} : « ${now} » est ajouté.`
          : `${one.label} : « ${old} » est retiré.`;
    });
  const wasOn = !NO.test(before.read(PUBLISHED).value);
  if (wasOn !== work.isPublished)
    told.push(
      wasOn
        ? "Le texte ne paraîtra plus sur le site. Il restera dans « Corriger »."
        : "Le texte paraîtra à nouveau sur le site.",
    );
  if (work.moved)
    told.push(
      "L'adresse de la page change. L'ancienne mènera à la nouvelle.",
      ...(work.beside ?? []).map(({ title }) => `Dans « ${title} », le lien vers ce texte suit.`),
    );
  if (before.body !== work.doc.body) told.push(bodyWords(before.body, work.doc.body));
  return [...told, ...photoWords(work)];
}

function photoWords(work) {
  const documents = work.usedPhotos.filter((one) => isDocument(one.name)).length;
  const photos = work.usedPhotos.length - documents;
  return [
    photos && (photos > 1 ? `${photos} photos seront ajoutées.` : "Une photo sera ajoutée."),
    documents &&
      (documents > 1 ? `${documents} documents seront ajoutés.` : "Un document sera ajouté."),
  ].filter(Boolean);
}

function bodyWords(before, after) {
  const [start, end, newEnd] = difference(before.split("\n"), after.split("\n"));
  const count = Math.max(end - start, newEnd - start);
  return count > 1 ? `Texte : ${count} lignes changent.` : "Texte : une ligne change.";
}

/** Date the change of an event that people follow already; take that back when nothing of it changes. */
export function dateChange(work) {
  const field = work.field(CHANGED);
  if (!field || work.isNew) return;
  const before = new Doc(work.original);
  const [was, now] = [before, work.doc].map((doc) => doc.read(field).value);
  if (now !== was && now !== work.dated) return; // someone wrote it
  const moment = (at) => new Date(at).toISOString().slice(0, 16).replace("T", " ");
  const today = moment(
    Date.parse(`${work.site.now}Z`) + Date.now() - (work.site.readAt ?? Date.now()),
  );
  const announced = work.field("publication") && before.read(work.field("publication")).value;
  const isFollowed =
    !NO.test(before.read(PUBLISHED).value) &&
    !(announced && readMoment(announced, today)?.day > today.slice(0, 10));
  const isMoved = FOLLOWED.map((key) => work.field(key)).some(
    (one) => one && JSON.stringify(before.read(one).value) !== JSON.stringify(work.get(one).value),
  );
  if (isMoved && isFollowed && now !== was) return; // dated already
  work.dated = isMoved && isFollowed ? today : null;
  work.set(field, work.dated ?? was);
}
