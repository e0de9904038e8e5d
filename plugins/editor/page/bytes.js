// Bytes as a host's API takes them, and their names.

export const encoded = (text) => new TextEncoder().encode(text);
export const toBase64 = (bytes) => {
  let signs = "";
  for (let at = 0; at < bytes.length; at += 32_768)
    signs += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(signs);
};
export const fromBase64 = (data) =>
  Uint8Array.from(atob(data.replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
export const inUrl = (bytes) =>
  toBase64(new Uint8Array(bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** The name that Git gives to bytes: the version of a file, whichever host keeps it. */
export async function versionOf(bytes) {
  const digest = await crypto.subtle.digest(
    "SHA-1",
    await new Blob([encoded(`blob ${bytes.length}\0`), bytes]).arrayBuffer(),
  );
  return [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, "0")).join("");
}
