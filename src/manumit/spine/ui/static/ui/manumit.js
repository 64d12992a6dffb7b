// Manumit's own script. Every page works without it; it stores nothing in the browser.
(() => {
  "use strict";
  const WARN_SECONDS = 120;
  const EXIT_PRESSES = 3;
  const EXIT_WITHIN_MS = 5000;

  // USWDS prepares only what stands in the page at load: prepare what htmx puts in, too. Its listeners are on the body already.
  const prepare = (root) => Object.values(window.uswds || {}).forEach((component) => component.init(root));
  const start = () => Object.values(window.uswds || {}).forEach((component) => component.on(document.body));

  const announce = (text) => {
    const place = document.getElementById("announcer");
    if (place && text) { place.textContent = ""; window.setTimeout(() => { place.textContent = text; }, 60); }
  };

  // After a swap, focus goes to what asks for it (an error summary, a result's heading); else it stays where it was.
  const settle = (root) => {
    const wanted = root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
    if (wanted) { wanted.focus(); }
    const said = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]");
    if (said) { announce(said.dataset.announce || said.textContent.trim()); }
  };

  // Menus: one open at a time, Esc closes and gives focus back, a press elsewhere closes.
  const menus = () => [...document.querySelectorAll(".m-pillar[open]")];
  const closeMenus = (except) => menus().filter((menu) => menu !== except).forEach((menu) => { menu.open = false; });
  const menuKeys = (event) => {
    if (event.key !== "Escape") { return; }
    const open = menus().find((menu) => menu.contains(document.activeElement)) || menus()[0];
    if (open) { open.open = false; open.querySelector("summary").focus(); event.preventDefault(); }
  };

  // Quick exit: Shift three times within five seconds, alone.
  const watchExit = () => {
    const form = document.querySelector("[data-quick-exit]");
    let presses = [];
    if (!form) { return; }
    document.addEventListener("keydown", (event) => {
      const now = Date.now();
      if (event.key !== "Shift") { presses = []; return; }
      if (event.repeat) { return; }
      presses = presses.filter((at) => now - at < EXIT_WITHIN_MS).concat(now);
      if (presses.length >= EXIT_PRESSES) { document.documentElement.hidden = true; form.submit(); }
    });
    form.addEventListener("submit", () => { document.documentElement.hidden = true; });
  };

  // The session's end: warn before it, keep what was typed on the server, lock.
  const watchSession = () => {
    const dialog = document.getElementById("session-warning");
    if (!dialog) { return; }
    const facts = dialog.dataset;
    const left = dialog.querySelector("[data-session-left]");
    let seen = Date.now();
    let over = false;
    const headers = { "X-CSRFToken": facts.token };
    const stay = () => {
      seen = Date.now();
      if (facts.keep) { fetch(facts.keep, { method: "POST", headers, credentials: "same-origin" }); }
    };
    const keepDrafts = () => Promise.allSettled([...document.querySelectorAll("form[data-keeps]")].filter((form) => form.dataset.changed).map((form) => {
      const where = new URL(form.action || location.href, location.href).pathname;
      return fetch(facts.draft.replace("/draft/-", "/draft" + where), { method: "POST", headers, body: new FormData(form), credentials: "same-origin" });
    }));
    const lock = async () => {
      over = true;
      if (facts.draft) { await keepDrafts(); }
      const form = document.querySelector("form[data-lock]");
      if (form) { form.submit(); } else { location.reload(); }
    };
    const tick = () => {
      const rest = Number(facts.sessionSeconds) - (Date.now() - seen) / 1000;
      if (over) { return; }
      if (rest <= 0) { lock(); return; }
      if (rest > WARN_SECONDS) { return; }
      const minutes = Math.ceil(rest / 60);
      const text = minutes > 1 ? `${left.dataset.plural} ${minutes}` : left.dataset.singular;
      if (left.textContent !== text) { left.textContent = text; announce(text); }
      if (!dialog.open) { dialog.showModal(); }
    };
    dialog.addEventListener("close", stay);
    document.addEventListener("htmx:after:request", () => { seen = Date.now(); });
    document.addEventListener("input", (event) => { if (event.target.form) { event.target.form.dataset.changed = "yes"; } });
    window.setInterval(tick, 1000);
    window.manumit = { sessionSecondsLeft: (seconds) => { seen = Date.now() - (Number(facts.sessionSeconds) - seconds) * 1000; tick(); } };
  };

  const ready = () => {
    start();
    settle(document.body);
    watchExit();
    watchSession();
    document.addEventListener("keydown", menuKeys);
    document.addEventListener("click", (event) => closeMenus(event.target.closest(".m-pillar")));
    document.addEventListener("focusin", (event) => { if (!event.target.closest(".m-menu")) { closeMenus(null); } });
    document.addEventListener("htmx:before:request", (event) => event.target.setAttribute && event.target.setAttribute("aria-busy", "true"));
    document.addEventListener("htmx:finally:request", (event) => event.target.removeAttribute && event.target.removeAttribute("aria-busy"));
    document.addEventListener("htmx:after:process", (event) => { if (event.target !== document.body && event.target.querySelectorAll) { prepare(event.target); } });
    document.addEventListener("htmx:after:swap", (event) => {
      const target = event.detail?.ctx?.target;
      const place = target?.isConnected === false ? document.getElementById(target.id) : target; // swapped whole: find its successor
      if (place?.querySelector) { settle(place); }
    });
  };
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", ready, { once: true }); } else { ready(); }
})();
