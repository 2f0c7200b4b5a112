/* All values of a facet: in a dialog beside the results, filtered while typing. Without this script
   the link leads to a page of its own, with the same form. */
"use strict";

/* Accents and case do not count. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

document.addEventListener("input", ({ target: box }) => {
  const list = document.getElementById(box.dataset.filters);
  if (!list) return;
  const letters = plain(box.value.trim());
  for (const row of list.children) {
    row.hidden = !plain(row.querySelector(".tick-label").textContent).includes(letters);
  }
  /* What is chosen already stays in sight; "without a value" is no value, and not counted. */
  const values = [...box.form.querySelectorAll(".value-list:not(.apart) .value")];
  const shown = values.filter((row) => !row.hidden).length;
  const told = box.form.querySelector("[data-told]");
  told.textContent = told.dataset.told.replace("{count}", shown).replace("{total}", values.length);
});

/* Another order is sent at once. */
document.addEventListener("change", ({ target: control }) => {
  if (control.matches("form.values select")) control.form.requestSubmit();
});

async function fill(dialog, url) {
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = page.querySelector("form.values");
    const heading = page.querySelector("h1");
    dialog.replaceChildren(heading, form, dialog.closer);
    dialog.setAttribute("aria-label", heading.textContent);
    if (!dialog.open) dialog.showModal();
    form.querySelector("[type=search]").focus();
  } catch {
    location.assign(url);
  }
}

function dialogFor(link) {
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  dialog.className = "keys values-dialog";
  close.type = "button";
  close.className = "plain-button";
  close.textContent = link.dataset.close;
  close.addEventListener("click", () => dialog.close());
  dialog.closer = close;
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  /* In a search field Escape would only empty it. */
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    event.stopPropagation();
    fill(dialog, `${event.target.action}?${new URLSearchParams(new FormData(event.target, event.submitter))}`);
  });
  document.body.append(dialog);
  return dialog;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-close]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  fill(dialogFor(link), link.href);
});
