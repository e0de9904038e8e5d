/* Served with each page by live_reload: loads the page again when the site has changed. */
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  const standIn = (version) => version.startsWith("attente-");
  const place = `live-reload:${location.pathname}`;
  let source = null;

  // The browser keeps the scroll position through a reload, except when a short error page
  // has come between: only then is it noted here; in a frame of the editor's, some allow none.
  const storage = (() => {
    try {
      return sessionStorage;
    } catch {
      return null;
    }
  })();
  const keepPlace = () => storage?.setItem(place, String(scrollY));
  const findPlace = () => {
    const noted = storage?.getItem(place) ?? null;
    storage?.removeItem(place);
    if (noted === null) return;
    history.scrollRestoration = "manual"; // or the error page's own place would come back
    scrollTo({ top: Number(noted), behavior: "instant" });
    addEventListener("pagehide", () => (history.scrollRestoration = "auto"), { once: true });
  };

  const receive = ({ data: version }) => {
    if (version === shown) return;
    if (standIn(version) && !standIn(shown)) keepPlace();
    hush();
    location.reload();
  };

  const hush = () => {
    source?.close();
    source = null;
  };

  // A browser grants few connections to one server: hidden tabs give theirs back.
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource("/__livereload/events");
    source.onmessage = receive;
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return; // it tries again by itself
      source = null;
      setTimeout(listen, 500);
    };
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
  addEventListener("pageshow", listen);
  if (!standIn(shown)) findPlace();
  listen();
})();
