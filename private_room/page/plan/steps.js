// A task taken apart until the next thing to do is small.

import { h } from "../dom.js";
import { changePlan, without } from "./keeping.js";

export function stepsPart(app, plan, { lines }, again) {
  const tasks = plan.tasks ?? [];
  return [tasks.map((task, place) => drawTask(app, task, { place, said: lines.tasks[place], prompts: lines.prompts, again })), newTask(app, again)];
}

function changeTask(app, place, change) {
  return changePlan(app, ({ tasks }) => ({ tasks: tasks.map((task, one) => (one === place ? change(task) : task)) }));
}

function drawTask(app, { what, steps }, { place, said, prompts, again }) {
  const id = `step-${place}`;
  const text = h("input", { type: "text", id, required: true, maxlength: 200, autocomplete: "off" });
  const minutes = h("input", { type: "number", id: `${id}-minutes`, min: 1, max: 480, value: "10", required: true });
  const add = async (event) => {
    event.preventDefault();
    await changeTask(app, place, (task) => ({ ...task, steps: [...task.steps, { text: text.value.trim(), minutes: Number(minutes.value), is_done: false }] }));
    again("steps");
  };
  const done = async () => {
    const next = steps.findIndex(({ is_done }) => !is_done);
    await changeTask(app, place, (task) => ({ ...task, steps: task.steps.map((step, one) => (one === next ? { ...step, is_done: true } : step)) }));
    again("steps");
  };
  const remove = async () => {
    await changePlan(app, ({ tasks }) => ({ tasks: without(tasks, place) }));
    again("steps");
  };
  const isOpen = steps.some(({ is_done }) => !is_done);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, what),
    h("ol", {}, steps.map((step) => h("li", {}, `${step.text}, about ${step.minutes} minutes${step.is_done ? ": done" : ""}`))),
    h("p", {}, said.next),
    said.large.length ? h("p", { class: "quiet" }, `Worth taking apart: ${said.large.join("; ")}.`) : null,
    h("form", { onsubmit: add, class: "field-line" }, h("label", { for: id }, prompts[Math.min(steps.length, prompts.length - 1)]), text, h("label", { for: `${id}-minutes` }, "Minutes"), minutes, h("button", { type: "submit", class: "button" }, "Add the step")),
    h("p", { class: "ways-in" }, isOpen ? h("button", { type: "button", class: "button", "aria-label": `The next step is done: ${what}`, onclick: done }, "The next step is done") : null, h("button", { type: "button", class: "link", "aria-label": `Take out: ${what}`, onclick: remove }, "Take out")),
  );
}

function newTask(app, again) {
  const what = h("input", { type: "text", id: "task-what", required: true, maxlength: 200, autocomplete: "off" });
  const add = async (event) => {
    event.preventDefault();
    await changePlan(app, (now) => ({ tasks: [...(now.tasks ?? []), { what: what.value.trim(), steps: [] }] }));
    again("steps");
  };
  return h("form", { onsubmit: add }, h("div", { class: "field" }, h("label", { for: "task-what" }, "A task that feels too large"), what), h("button", { type: "submit", class: "button" }, "Take it apart"));
}
