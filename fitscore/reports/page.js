"use strict";
// Pointing at a criterion, in the notice or among the assessments, lights it up on both sides. Links work without this.
(() => {
  const beside = matchMedia("(min-width: 60rem) and (hover: hover)");
  let lit = [];
  let pointed = null;
  let peek = null;

  function clear() {
    for (const part of lit) part.classList.remove("lit");
    lit = [];
    pointed = null;
    if (peek) peek.remove();
    peek = null;
  }

  function inView(box) {
    return box.top >= 0 && box.top < innerHeight - 80;
  }

  // The assessment again, at the foot of the window: a picture of what the link leads to, so no link, no anchor, not read out.
  function showPeek(report, entry) {
    peek = document.createElement("div");
    const copy = entry.cloneNode(true);
    for (const link of copy.querySelectorAll("a")) link.remove();
    peek.className = copy.className + " peek";
    peek.setAttribute("aria-hidden", "true");
    peek.append(...copy.childNodes);
    report.append(peek);
  }

  function light(target) {
    const part = target instanceof Element ? target.closest("[data-c]") : null;
    const report = part && part.closest(".report");
    if (part === pointed || (peek && target instanceof Node && peek.contains(target))) return;
    clear();
    pointed = part;
    if (!report) return;
    const number = part.dataset.c.split(" ")[0];
    const same = [...report.querySelectorAll(`[data-c~="${number}"]`)];
    const entry = same.find((one) => one.classList.contains("entry"));
    const tag = same.find((one) => one.classList.contains("tag"));
    const notice = report.querySelector(".notice");
    if (beside.matches && part !== entry && entry && !inView(entry.getBoundingClientRect())) showPeek(report, entry);
    if (beside.matches && part === entry && tag && notice) {
      const gap = tag.getBoundingClientRect().top - notice.getBoundingClientRect().top;
      if (gap < 0 || gap > notice.clientHeight - 80) notice.scrollTop += gap - notice.clientHeight / 3;
    }
    lit = same;
    for (const one of same) one.classList.add("lit");
  }

  document.addEventListener("pointerover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  document.addEventListener("click", (event) => {
    const mark = event.target instanceof Element ? event.target.closest("mark[data-c]") : null;
    if (!mark || String(getSelection())) return;
    const number = mark.dataset.c.split(" ")[0];
    const tag = mark.closest(".report").querySelector(`.tag[data-c="${number}"]`);
    if (tag) location.hash = tag.getAttribute("href");
  });
})();
