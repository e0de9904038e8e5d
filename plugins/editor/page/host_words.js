// What is said when a host refuses, by status; 0 when nothing answers. Its name comes first.

export const KEPT = "Votre texte est gardé ici.";
const WHO = "voyez avec les personnes qui publient le site.";
export const WORDS = {
  0: `ne répond pas : le réseau manque peut-être. ${KEPT} Réessayez plus tard.`,
  401: `ne vous reconnaît pas, ou plus. ${KEPT} Connectez-vous.`,
  403: `ne vous en donne pas le droit. ${KEPT} Pour l'avoir, ${WHO}`,
  404: `ne trouve pas le dossier du site, ou ne vous le montre pas. ${KEPT} Pour le voir, ${WHO}`,
  413: `trouve cet envoi trop lourd. ${KEPT} Retirez une photo, puis réessayez.`,
  429: `demande d'attendre un peu. ${KEPT} Réessayez dans quelques minutes.`,
  500: `est en panne pour l'instant. ${KEPT} Réessayez plus tard.`,
};
export const REFUSED = `a refusé cet envoi. ${KEPT} Réessayez ; si cela continue, ${WHO}`;
