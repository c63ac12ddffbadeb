"use strict";
// One article beside its record: light what belongs together, and send each decision at once.

const main = document.querySelector("main.one");
const desk = document.getElementById("desk");
const dialog = document.getElementById("dialog");
const picker = document.getElementById("picker");
const tip = document.getElementById("tip");
const said = document.getElementById("said");
const words = document.getElementById("words").dataset;
const article = main.dataset.article;
const order = main.dataset.order ? "?order=" + main.dataset.order : "";
let selected = null; // the characters chosen in the article: [start, end] in code points

const cards = () => [...desk.querySelectorAll(".card")];
const marksOf = (key) => [...desk.querySelectorAll("mark")].filter((mark) => mark.dataset.keys.split(" ").includes(key));

// ---- lighting

// A quote lights its speaker too.
const withSpeakers = (keys) => [...new Set(keys.flatMap((key) => [key, document.querySelector(`#${key} [data-person]`)?.dataset.person]).filter(Boolean))];

function light(keys) {
  for (const lit of desk.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const key of withSpeakers(keys)) {
    document.getElementById(key)?.classList.add("lit");
    for (const mark of marksOf(key)) mark.classList.add("lit");
  }
}

function bring(element) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

function showTip(mark) {
  tip.textContent = mark.dataset.keys.split(" ").map((key) => document.querySelector(`#${key} .what`)?.innerText.replace(/\s*\n\s*/g, "\n")).filter(Boolean).join("\n");
  tip.hidden = !tip.textContent;
  const box = mark.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(box.left + scrollX, innerWidth - tip.offsetWidth - 8)) + "px";
  tip.style.top = box.bottom + scrollY + 6 + "px";
}

desk.addEventListener("pointerover", (event) => {
  const mark = event.target.closest("mark");
  const card = event.target.closest(".card");
  if (mark) { light(mark.dataset.keys.split(" ")); showTip(mark); }
  else if (card) { light([card.id]); tip.hidden = true; }
  else { tip.hidden = true; }
});

desk.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (!card) return;
  light([card.id]);
  bring(marksOf(card.id)[0]);
});

// ---- deciding

function tell(message, bad) {
  said.textContent = message;
  said.hidden = false;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { said.hidden = true; }, bad ? 8000 : 1500);
}

function redraw(html, focus) {
  const panel = document.getElementById("record").scrollTop;
  const open = [...desk.querySelectorAll("details")].map((one) => one.open);
  desk.innerHTML = html;
  [...desk.querySelectorAll("details")].forEach((one, at) => { one.open = open[at] ?? one.open; });
  document.getElementById("record").scrollTop = panel;
  (document.getElementById(focus) ?? cards()[0])?.focus({ preventScroll: true });
}

async function decide(decision, focus) {
  said.hidden = true; // what it says is of an earlier decision
  let answer;
  try {
    answer = await fetch(`/article/${article}/decide${order}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(decision),
    });
  } catch (error) {
    tell(`${words.failed}: ${error.message}`, true);
    return words.failed;
  }
  const told = await answer.json().catch(() => ({ reason: answer.statusText }));
  if (told.html) redraw(told.html, focus);
  tell(answer.ok ? words.saved : `${words.failed}: ${told.reason}`, !answer.ok);
  return answer.ok ? null : told.reason;
}

const valueOf = (card) => JSON.parse(card.dataset.value);

function act(card, what) {
  if (what === "edit") return fill(card.dataset.field, valueOf(card), { path: card.dataset.path, old: valueOf(card) }, card.id);
  return decide({ do: what, path: card.dataset.path, old: valueOf(card) }, card.id);
}

// ---- forms

function addPart(form, part) {
  const holder = form.querySelector(".parts");
  const piece = document.getElementById("part-" + holder.dataset.parts).content.cloneNode(true);
  for (const field of piece.querySelectorAll("[name]")) field.value = part[field.name] ?? "";
  holder.append(piece);
  return holder.lastElementChild;
}

function fill(field, given, target, focus) {
  const form = document.getElementById("form-" + field).content.cloneNode(true).firstElementChild;
  form.querySelector("h3").textContent = target.old ? words.edit : words.add;
  for (const input of form.querySelectorAll(":scope > label [name]")) {
    if (given[input.name] !== undefined && given[input.name] !== null) input.value = given[input.name];
  }
  if (given.roles) for (const role of given.roles) addPart(form, role);
  if (target.old) form.querySelector(".where").remove();
  else form.querySelector("[name=where]").value = target.text ?? "";
  form.addEventListener("click", (event) => {
    if (event.target.closest(".cancel")) dialog.close();
    if (event.target.closest(".more")) addPart(form, {}).querySelector("input").focus();
    if (event.target.closest(".less")) event.target.closest("fieldset").remove();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const filled = {};
    for (const input of form.querySelectorAll(":scope > label [name]")) filled[input.name] = input.value;
    const parts = form.querySelector(".parts");
    if (parts) filled[parts.dataset.parts] = [...parts.children].map((part) => Object.fromEntries([...part.querySelectorAll("[name]")].map((one) => [one.name, one.value])));
    const where = target.where && filled.where === target.text ? target.where : filled.where;
    const reason = await decide({ do: "set", path: target.path, old: target.old ?? null, given: filled, where: target.old ? null : where }, focus);
    if (reason === null) dialog.close();
    else { const wrong = form.querySelector(".wrong"); wrong.textContent = reason; wrong.hidden = false; }
  });
  show(form, focus);
}

function scalar(button) {
  const form = document.getElementById("form-scalar").content.cloneNode(true).firstElementChild;
  const old = JSON.parse(button.dataset.old);
  form.querySelector("h3").textContent = words.edit;
  form.querySelector(".name").textContent = button.closest("dd").previousElementSibling.textContent;
  form.elements.value.value = old ?? "";
  form.addEventListener("click", (event) => { if (event.target.closest(".cancel")) dialog.close(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const reason = await decide({ path: "/" + button.dataset.scalar, old, new: form.elements.value.value.trim() || null });
    if (reason === null) dialog.close();
    else { const wrong = form.querySelector(".wrong"); wrong.textContent = reason; wrong.hidden = false; }
  });
  show(form);
}

function show(form, focus) {
  dialog.replaceChildren(form);
  dialog.onclose = () => { dialog.replaceChildren(); document.getElementById(focus)?.focus(); };
  dialog.showModal();
  form.querySelector("input, select, textarea").focus();
}

// ---- selecting words in the article

function place(node, offset) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder || !desk.contains(holder) || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(holder.dataset.start) + [...node.data.slice(0, offset)].length;
}

document.addEventListener("selectionchange", () => {
  if (!picker || dialog.open) return;
  const choice = getSelection();
  selected = null;
  if (choice.rangeCount && !choice.isCollapsed) {
    const range = choice.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start !== null && end !== null && start < end) {
      selected = [start, end];
      const box = range.getBoundingClientRect();
      picker.hidden = false;
      picker.style.left = Math.max(8, Math.min(box.left + scrollX, innerWidth - picker.offsetWidth - 8)) + "px";
      picker.style.top = box.bottom + scrollY + 8 + "px";
      tip.hidden = true;
    }
  }
  if (!selected) picker.hidden = true;
});

picker?.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
picker?.addEventListener("click", async (event) => {
  const field = event.target.closest("[data-add]")?.dataset.add;
  if (!field || !selected) return;
  const where = selected;
  const asked = new URLSearchParams({ field, start: where[0], end: where[1] });
  const told = await (await fetch(`/article/${article}/suggest?${asked}`)).json();
  picker.hidden = true;
  fill(field, told.given ?? {}, { path: `/${field}/-`, where, text: told.text }, null);
});

// ---- mouse and keys

desk.addEventListener("click", (event) => {
  const doing = event.target.closest("[data-do]");
  const scalarButton = event.target.closest("[data-scalar]");
  const fresh = event.target.closest("[data-new]");
  const mark = event.target.closest("mark");
  const person = event.target.closest("[data-person]");
  if (person) { event.preventDefault(); document.getElementById(person.dataset.person)?.focus(); }
  else if (doing) act(doing.closest(".card"), doing.dataset.do);
  else if (scalarButton) scalar(scalarButton);
  else if (fresh) fill(fresh.dataset.new, {}, { path: `/${fresh.dataset.new}/-` }, null);
  else if (event.target.closest("#undo")) decide({ path: "/undo" });
  else if (mark && getSelection().isCollapsed) {
    const keys = mark.dataset.keys.split(" ");
    document.getElementById(keys[keys.length - 1])?.focus();
  }
});

desk.addEventListener("change", (event) => {
  if (event.target.id === "done") decide({ path: "/reviewed", done: event.target.checked });
});

document.addEventListener("keydown", (event) => {
  if (dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  const card = event.target.closest?.(".card");
  if (event.key === "Escape" && picker) picker.hidden = true;
  if (card && event.target === card) {
    const all = cards();
    const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key];
    const what = { a: "accept", r: "reject", e: "edit", enter: "edit" }[key];
    if (step) { event.preventDefault(); all[all.indexOf(card) + step]?.focus(); }
    else if (what && card.querySelector(`[data-do=${what}]`)) { event.preventDefault(); act(card, what); }
    else if (key === "u" && document.getElementById("undo")) { event.preventDefault(); decide({ path: "/undo" }, card.id); }
  } else if (event.target.id === "text" && (key === "n" || key === "p")) {
    document.querySelector(`.top a[rel=${key === "n" ? "next" : "prev"}]`)?.click();
  }
});
