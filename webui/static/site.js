/* Smooths what works without it: choices are sent at once, Escape hides a note, paper gets the address. */
"use strict";

const KEPT_FOCUS = "fonds-focus";

document.addEventListener("change", (event) => {
  const control = event.target;
  if (control.matches("[form=search]:is([type=checkbox], select)")) {
    sessionStorage.setItem(KEPT_FOCUS, JSON.stringify([control.name, control.value, control.type, scrollY]));
    control.form.requestSubmit();
  }
});

/* A form sends its empty fields too; the address reads better without them. */
document.addEventListener("submit", (event) => {
  for (const field of event.target.elements) {
    const plain = { q: "", from: "", to: "", sort: "relevance", limit: "10", match: "all" };
    if (field.name in plain && field.value.trim() === plain[field.name]) field.disabled = true;
  }
});

/* Fields left disabled by a submit come back when the page is shown again from the browser's memory. */
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const field of document.querySelectorAll("[form=search], #search [name]")) field.disabled = false;
});

const kept = sessionStorage.getItem(KEPT_FOCUS);
if (kept) {
  sessionStorage.removeItem(KEPT_FOCUS);
  const [name, value, type, top] = JSON.parse(kept);
  const control = [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)].find(
    (one) => type !== "checkbox" || one.value === value,
  );
  control?.closest("details.more")?.setAttribute("open", "");
  if (control?.closest(".facets")) document.querySelector(".fold")?.setAttribute("open", "");
  control?.focus({ preventScroll: true });
  scrollTo({ top, behavior: "instant" });
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
