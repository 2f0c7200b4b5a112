/* Single keys, as in many readers: "/" "j" "k" "n" "p" "?". They can be switched off, and never act
   in a field, with a modifier or while a dialog is open (WCAG 2.1.4). */
"use strict";

const SWITCH = "fonds-keys";
const dialog = document.getElementById("keys");
const opener = document.querySelector("[data-opens=keys]");

function isOn() {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

function remember(on) {
  try {
    if (on) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, "off");
  } catch {
    /* it holds until the page is left */
  }
}

function explain() {
  dialog.querySelector("[data-switch]").checked = isOn();
  dialog.showModal();
}

/* The hit after or before the one that has the focus, or that is first in sight. */
function step(by) {
  const stops = [...document.querySelectorAll(".hit h2 a")];
  const here = stops.findIndex((stop) => stop.closest(".hit").contains(document.activeElement));
  const inSight = stops.findIndex((stop) => stop.getBoundingClientRect().bottom > 0);
  const wanted = here < 0 ? inSight : here + by;
  const stop = stops[Math.max(0, Math.min(wanted, stops.length - 1))];
  stop?.focus();
}

const press = (selector) => document.querySelector(selector)?.click();

const KEYS = {
  "/": () => document.getElementById("q")?.select(),
  j: () => step(1),
  k: () => step(-1),
  n: () => press("main a[rel=next]"),
  p: () => press("main a[rel=prev]"),
  "?": explain,
};

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  const modified = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
  const busy = target.closest?.("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]");
  if (modified || busy || event.defaultPrevented || !Object.hasOwn(KEYS, key) || !isOn()) return;
  event.preventDefault();
  KEYS[key]();
});

opener.hidden = false;
opener.addEventListener("click", explain);
dialog.querySelector("[data-switch]").addEventListener("change", ({ target }) => remember(target.checked));
