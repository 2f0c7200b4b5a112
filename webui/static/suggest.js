/* Suggestions below the search box: a combobox with a list, as in the ARIA Authoring Practices Guide.
   Without this script the box is a plain one. */
"use strict";

const WAIT_MS = 120;

function suggestions(box) {
  const form = box.form;
  const { suggest: address, suggestLabel, suggestSome, suggestNone } = form.dataset;
  const list = document.createElement("ul");
  const status = document.createElement("span");
  let options = [];
  let active = -1;
  let waiting = 0;
  let asked = null;

  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", suggestLabel);
  status.className = "unseen";
  status.setAttribute("role", "status");
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.parentElement.append(list, status);

  function close() {
    clearTimeout(waiting);
    asked?.abort();
    list.hidden = true;
    options = [];
    activate(-1);
    box.setAttribute("aria-expanded", "false");
    status.textContent = "";
  }

  function activate(place) {
    active = place;
    for (const [at, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(at === place));
    }
    const item = list.children[place];
    if (item) {
      box.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  }

  /* Offsets from the server count characters, those of scripts UTF-16 units. */
  function option(one, place) {
    const item = document.createElement("li");
    const text = document.createElement("span");
    const kind = document.createElement("span");
    const letters = [...one.text];
    const [start, end] = one.mark;
    const mark = document.createElement("b");
    item.id = `suggestion-${place}`;
    item.setAttribute("role", "option");
    text.className = "suggested";
    text.dir = "auto";
    mark.textContent = letters.slice(start, end).join("");
    text.append(letters.slice(0, start).join(""), mark, letters.slice(end).join(""));
    kind.className = "count";
    kind.textContent = one.label;
    item.append(text, " ", kind);
    item.addEventListener("click", () => go(one));
    return item;
  }

  function go(one) {
    close();
    location.assign(one.url);
  }

  function show(found) {
    options = found;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    activate(-1);
    box.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = found.length ? suggestSome.replace("{count}", found.length) : suggestNone;
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const typed = box.value;
    try {
      const url = `${address}?${new URLSearchParams({ q: typed })}`;
      const answer = await fetch(url, { signal: asked.signal });
      if (answer.ok && typed === box.value && document.activeElement === box) {
        show((await answer.json()).suggestions);
      }
    } catch (error) {
      if (error.name !== "AbortError") close(); // a box without suggestions still searches
    }
  }

  function later() {
    clearTimeout(waiting);
    if (box.value.trim()) waiting = setTimeout(ask, WAIT_MS);
    else close();
  }

  box.addEventListener("input", later);
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.hidden) {
      if (event.key === "ArrowDown" && box.value.trim()) ask();
    } else if (step) {
      const places = options.length + 1; // the box itself is one
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      go(options[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
}

const searchBox = document.getElementById("q");
if (searchBox?.form?.dataset.suggest) suggestions(searchBox);
