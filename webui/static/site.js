/* Smooths what works without it: choices are sent at once, Escape hides a note, paper gets the address. */
"use strict";

const KEPT_FOCUS = "fonds-focus";
/* Several ticks in a row are one search. */
const WAIT_MS_FOR_MORE = 250;
/* A live region speaks only of what changes in it after the page is there. */
const WAIT_MS_TO_TELL = 400;
let sending = 0;

/* Remember which control was used, so that the page that answers begins where this one ended. */
function keepFocus(control) {
  sessionStorage.setItem(KEPT_FOCUS, JSON.stringify([control.name, control.value, scrollY]));
}

/* What has the focus when a search is sent, and, if the reader goes on meanwhile, when its page is left. */
let sent = false;
function keepWhereFocusIs() {
  const control = document.activeElement;
  if (control?.matches("[form=search][name]")) keepFocus(control);
}
addEventListener("pagehide", () => {
  if (sent) keepWhereFocusIs();
});

document.addEventListener("change", ({ target: control }) => {
  if (!control.matches("[form=search]:is([type=checkbox], select)")) return;
  keepFocus(control);
  clearTimeout(sending);
  sending = setTimeout(() => control.form.requestSubmit(), WAIT_MS_FOR_MORE);
});

/* A form sends its empty fields too; the address reads better without them. */
const PLAIN = { q: "", from: "", to: "", sort: "relevance", limit: "10", match: "all", contains: "" };
document.addEventListener("submit", ({ target: form, submitter }) => {
  clearTimeout(sending);
  if (form.id === "search") {
    sent = true;
    keepWhereFocusIs();
  }
  if (submitter?.matches(".but")) keepFocus(submitter);
  for (const field of form.elements) {
    const leaves = submitter?.hasAttribute("formaction") && field.closest(".values-tools");
    if (leaves || (field.name in PLAIN && field.value.trim() === PLAIN[field.name])) field.disabled = true;
  }
});

/* Shown again from the browser's memory, a page has the choices of its own address, not later ones. */
window.addEventListener("pageshow", ({ persisted }) => {
  sent = false;
  if (!persisted) return;
  for (const form of document.forms) {
    for (const field of form.elements) field.disabled = false;
    form.reset();
  }
});

const kept = sessionStorage.getItem(KEPT_FOCUS);
if (kept) {
  sessionStorage.removeItem(KEPT_FOCUS);
  const [name, value, top] = JSON.parse(kept);
  const named = [...document.querySelectorAll(`:is(input, select, button)[name="${CSS.escape(name)}"]`)];
  const control = named.find((one) => !["checkbox", "submit"].includes(one.type) || one.value === value);
  control?.closest("details.facet")?.setAttribute("open", "");
  if (control?.closest(".facets")) document.querySelector(".fold")?.setAttribute("open", "");
  control?.focus({ preventScroll: true });
  scrollTo({ top, behavior: "instant" });
  const told = document.getElementById("told");
  const verdict = document.querySelector("h1");
  if (told && verdict) setTimeout(() => (told.textContent = verdict.textContent.trim()), WAIT_MS_TO_TELL);
}

document.addEventListener("keydown", (event) => {
  const note = document.activeElement?.closest(".why") ?? document.querySelector(".why:hover");
  if (event.key === "Escape" && note) {
    note.classList.add("hidden");
    note.addEventListener("mouseleave", () => note.classList.remove("hidden"), { once: true });
    note.addEventListener("focusout", () => note.classList.remove("hidden"), { once: true });
  }
});

window.addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-address]")) place.textContent = location.href;
});
