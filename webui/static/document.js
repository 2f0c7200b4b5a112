/* Smooths a document's page: a match on the page is reached without loading it again, and citations are
   copied with a button. Single keys are keys.js's. */
"use strict";

/* The way from match to match. `data-prev` and `data-next` are the nearest matches in other parts of the text. */
const steps = document.querySelector(".matches[data-before]");
const starts = [...document.querySelectorAll("#text mark[id^='at-']")];

function light(place) {
  const before = document.querySelector("#text mark.current");
  before?.classList.remove("current");
  before?.removeAttribute("aria-current");
  const mark = starts[place];
  mark.classList.add("current");
  mark.setAttribute("aria-current", "true");
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
  const number = Number(steps.dataset.before) + place + 1;
  steps.querySelector(".match-place").textContent = steps.dataset.told.replace("{place}", number.toLocaleString(document.documentElement.lang));
}

/* What led nowhere when the page came leads somewhere once another match is looked at. */
function linked(rel) {
  const off = steps.querySelector(`[data-rel=${rel}]`);
  if (!off) return;
  const link = document.createElement("a");
  link.rel = rel;
  link.setAttribute("aria-label", off.dataset.label);
  link.href = location.href;
  link.textContent = off.textContent;
  off.replaceWith(link);
}

function step(event) {
  const link = event.target.closest("a[rel]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const here = starts.findIndex((mark) => mark.classList.contains("current"));
  const place = here < 0 && link.rel === "prev" ? -1 : here + (link.rel === "next" ? 1 : -1);
  const beyond = steps.dataset[link.rel];
  if (!starts[place] && beyond) {
    link.href = beyond;
    return;
  }
  event.preventDefault();
  if (!starts[place]) return;
  light(place);
  const address = new URL(location.href);
  address.searchParams.set("at", starts[place].id.slice("at-".length));
  address.hash = starts[place].id;
  history.replaceState(null, "", address);
  for (const other of document.querySelectorAll(".languages a")) {
    const there = new URL(other.href);
    there.searchParams.set("at", address.searchParams.get("at"));
    there.hash = address.hash;
    other.href = there;
  }
}

if (steps && starts.length) {
  linked("prev");
  linked("next");
  steps.addEventListener("click", step);
}

/* Copying. */
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copies]") : []) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    button.textContent = button.dataset.done;
    document.getElementById("told").textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 2000);
  });
}

/* The previous match has two keys, p and N. */
document.addEventListener("DOMContentLoaded", () => {
  if (typeof KEYS !== "undefined") KEYS.N = KEYS.p;
});
