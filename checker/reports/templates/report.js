"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const findings = all(".finding");

  const filter = () => {
    const severities = new Set(all("input:checked", form).map((box) => box.value));
    const is = (finding, name) => {
      const wanted = form.elements[name].value;
      return !wanted || finding.dataset[name].split(" ").includes(wanted);
    };
    let shown = 0;
    for (const finding of findings) {
      const match = severities.has(finding.dataset.severity) && ["rule", "sources", "speakers"].every((name) => is(finding, name));
      finding.hidden = !match;
      shown += match;
    }
    document.getElementById("shown").value = `${shown} of ${findings.length} findings`;
  };

  const pane = (link, anchor) => {
    const source = document.getElementById(link.dataset.text);
    const box = document.createElement("section");
    box.className = `pane side-${link.dataset.side}`;
    const head = document.createElement("h4");
    head.textContent = link.textContent;
    const time = document.createElement("small");
    time.textContent = source.dataset.published;
    head.append(time);
    const body = document.createElement("div");
    body.className = "body";
    body.tabIndex = 0;
    body.setAttribute("role", "group");
    body.setAttribute("aria-label", `Text of ${link.textContent}`);
    body.append(...source.cloneNode(true).childNodes);
    all("mark", body).forEach((mark) => mark.classList.toggle("here", mark.dataset.of.split(" ").includes(anchor)));
    const start = all("[id]", body).find((element) => element.id === link.dataset.mark);
    all("[id]", body).forEach((element) => element.removeAttribute("id"));
    box.append(head, body);
    return { box, body, start };
  };

  const fill = (details) => {
    const anchor = details.closest(".finding").id;
    const panes = details.querySelector(".panes");
    const made = all("a[data-text]", panes).map((link) => pane(link, anchor));
    if (!made.length) return;
    panes.replaceChildren(...made.map((one) => one.box));
    for (const { body, start } of made) if (start) {
      const down = start.getBoundingClientRect().top - body.getBoundingClientRect().top;
      body.scrollTop += down - body.clientHeight / 3;
    }
  };

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    dismiss();
    const finding = target.closest(".finding");
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (finding) {
      if (finding.hidden) form.reset();
      finding.querySelector(".compare").open = true;
      finding.focus({ preventScroll: true });
    }
    target.scrollIntoView();
  };

  const tip = document.createElement("div");
  tip.className = "tip held";
  tip.hidden = true;
  document.querySelector("main").append(tip);
  let leaving;
  let pointer = "";
  let dismissed = "";
  const spot = (event) => `${event.screenX} ${event.screenY}`;
  // An item that comes to lie under a mouse at rest, once the tip is gone, was not pointed at.
  const dismiss = () => { dismissed = pointer; tip.hidden = true; };
  const stay = () => clearTimeout(leaving);
  const leave = () => { leaving = setTimeout(() => { tip.hidden = true; }, 200); };
  const tell = (item) => {
    stay();
    tip.replaceChildren(...document.getElementById(item.hash.slice(1)).cloneNode(true).childNodes);
    tip.hidden = false;
    const at = item.getBoundingClientRect();
    const right = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${scrollX + Math.max(8, Math.min(at.left, right))}px`;
    const above = at.bottom + tip.offsetHeight > innerHeight && at.top > tip.offsetHeight;
    tip.style.top = `${scrollY + (above ? at.top - tip.offsetHeight - 4 : at.bottom + 4)}px`;
  };

  all("a.item").forEach((item) => {
    item.addEventListener("mouseenter", (event) => { if (spot(event) !== dismissed) tell(item); });
    item.addEventListener("focus", () => tell(item));
    item.addEventListener("mouseleave", leave);
    item.addEventListener("blur", leave);
  });
  tip.addEventListener("mouseenter", stay);
  tip.addEventListener("mouseleave", leave);
  addEventListener("keydown", (event) => { if (event.key === "Escape") dismiss(); });
  addEventListener("mousemove", (event) => { pointer = spot(event); });
  all(".compare").forEach((details) => details.addEventListener("toggle", () => details.open && fill(details)));
  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("reset", () => setTimeout(filter));
  }
  addEventListener("hashchange", arrive);
  arrive();
})();
