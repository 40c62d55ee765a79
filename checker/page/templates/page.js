"use strict";
(() => {
  const form = document.querySelector("form.give");
  const status = document.getElementById("status");
  const more = document.getElementById("more");
  const sources = () => [...form.querySelectorAll("fieldset.source")];

  more.hidden = false;
  more.addEventListener("click", () => {
    const last = sources().at(-1);
    const next = last.cloneNode(true);
    next.querySelector("legend").textContent = `Source ${sources().length + 1}`;
    next.querySelectorAll("textarea, input").forEach((field) => { field.value = ""; });
    last.after(next);
    next.querySelector("textarea").focus();
  });

  for (const zone of form.querySelectorAll(".zone")) {
    const input = zone.querySelector("input[type=file]");
    const over = (event, on) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      zone.classList.toggle("over", on);
    };
    zone.addEventListener("dragover", (event) => over(event, true));
    zone.addEventListener("dragleave", (event) => over(event, false));
    zone.addEventListener("drop", (event) => {
      over(event, false);
      if (!event.dataTransfer.files.length) return;
      const all = new DataTransfer();
      const kept = input.multiple ? [...input.files] : [];
      const dropped = [...event.dataTransfer.files];
      for (const file of input.multiple ? [...kept, ...dropped] : dropped.slice(0, 1)) all.items.add(file);
      input.files = all.files;
    });
  }

  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    const texts = [...form.querySelectorAll("textarea")].map((field) => new Blob([field.value]));
    const size = [...files, ...texts].reduce((sum, one) => sum + one.size, 0);
    if (size > Number(form.dataset.most)) {
      event.preventDefault();
      status.textContent = `This is too much: ${Math.ceil(size / 1e6)} MB, and ${Math.floor(form.dataset.most / 1e6)} MB is the most.`;
      return;
    }
    status.textContent = "Reading and comparing … this may take a minute.";
  });

  document.getElementById("problem")?.focus();
})();
