/* The page of the API: a form shows what it asks for below it. Without this script it opens the answer. */
"use strict";

const words = document.querySelector(".api-body").dataset;
const TOLD_HEADERS = ["etag", "link", "content-type", "content-language", "vary", "cache-control", "retry-after"];
/* More than a browser lays out at once; the whole is at the address. */
const MOST_CHARACTERS = 200_000;

function tell(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function pretty(text) {
  try {
    text = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    /* shown as it came */
  }
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text;
}

/* The address in the lines for a terminal and for Python; in both it stands between quotes. */
function retype(section, address) {
  for (const kind of ["curl", "python"]) {
    const lines = section.querySelector(`[data-${kind}]`);
    const quoted = kind === "curl" ? `'${address.replaceAll("'", "%27")}'` : address;
    const template = words[`${kind}Of`];
    lines.firstElementChild.textContent = template.replace(kind === "curl" ? /'?\{url\}'?/ : "{url}", () => quoted);
  }
}

async function run(form) {
  const section = form.closest("section");
  const told = form.querySelector("[data-told]");
  const answer = section.querySelector("[data-answer]");
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  told.textContent = words.asking;
  try {
    const begun = performance.now();
    const got = await fetch(`${form.action}?${asked}`);
    const text = await got.text();
    const values = { status: got.status, ms: Math.round(performance.now() - begun), size: text.length };
    const link = section.querySelector("[data-address]");
    link.href = link.textContent = got.url;
    const heads = TOLD_HEADERS.filter((name) => got.headers.get(name));
    section.querySelector("[data-headers]").textContent = heads.map((name) => `${name}: ${got.headers.get(name)}`).join("\n");
    section.querySelector("[data-body]").textContent = pretty(text);
    answer.hidden = false;
    retype(section, got.url);
    told.textContent = tell(words.answered, values);
  } catch {
    answer.hidden = true;
    told.textContent = words.failed;
  }
}

for (const form of document.querySelectorAll("[data-run]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation(); // the search box's own script would switch empty fields off
    run(form);
  });
}

for (const button of document.querySelectorAll(".api-copy")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const own = button.textContent;
    await navigator.clipboard.writeText(button.previousElementSibling.textContent);
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = own), 1500);
  });
}

/* A link to a description opens it. */
function open() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", open);
open();
