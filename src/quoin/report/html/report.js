/* SPDX-License-Identifier: Apache-2.0 */
/* What a report gains by script: fewer parts shown by speaker, outlet, grade
   or words. Everything can be read without it. */
"use strict";
(() => {
  const form = document.querySelector("form.filter");
  const parts = [...document.querySelectorAll("[data-g]")];
  const cards = parts.filter((part) => part.matches(".card"));
  const openFolds = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
    }
  };

  /* What a quotation says and who printed it, not what stands around it. */
  const textOf = (card) => {
    card.words ??= [...card.querySelectorAll("header, blockquote, td, .outlet")]
      .map((each) => each.textContent).join(" ").toLowerCase();
    return card.words;
  };

  const target = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return null;
    }
    return id ? document.getElementById(id) : null;
  };

  const show = () => {
    const wanted = [...form.querySelectorAll("select")]
      .filter((list) => list.value !== "")
      .map((list) => [list.dataset.key, list.value]);
    const words = form.querySelector("input").value.trim().toLowerCase();
    let shown = 0;
    for (const part of parts) {
      let fits = wanted.every(([key, value]) =>
        (part.dataset[key] || "").split(" ").includes(value));
      if (fits && words) {
        const card = part.matches(".card")
          ? part : document.getElementById(part.dataset.of);
        fits = card !== null && textOf(card).includes(words);
      }
      part.hidden = !fits;
      if (fits && part.matches(".card")) shown += 1;
    }
    const output = form.querySelector("output");
    const noun = output.dataset.noun + (cards.length === 1 ? "" : "s");
    output.textContent = `${shown} of ${cards.length} ${noun} shown`;
  };

  /* A link must lead somewhere even when the filter has hidden it. */
  const follow = () => {
    const to = target();
    if (!to) return;
    const part = to.closest("[data-g]");
    if (form && part && part.hidden) {
      form.reset();
      show();
    }
    openFolds(to);
    to.scrollIntoView();
    /* So that the next Tab goes on from there. */
    if (!to.hasAttribute("tabindex")) to.tabIndex = -1;
    to.focus({preventScroll: true});
  };

  if (form && cards.length > 1) {
    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button").addEventListener("click", () => {
      form.reset();
      show();
    });
    show();
  }
  addEventListener("hashchange", follow);
  follow();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
})();
