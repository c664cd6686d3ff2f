// Makes DOM nodes from plain calls. Text stays text: nothing here reads HTML.
// It knows elements, attributes and listeners; it knows no screen.

const SVG = "http://www.w3.org/2000/svg";
const DOUBLE_TAP = 400; // milliseconds in which a second tap was meant for what stood there before

export function h(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "open") node[name] = value;
    else setAttribute(node, name, value);
  }
  node.append(...kept(children));
  return node;
}

export function svg(tag, given = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) setAttribute(node, name, value);
  node.append(...kept(children));
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren(...kept(children));
  return node;
}

// A sentence for people who listen to the page; it is not shown.
export function announce(sentence) {
  document.getElementById("status").textContent = sentence;
}

const NOT_DONE = { happened: "That did not go through.", mend: "Try once more. What you wrote is still on this page." };

// What a button begins is begun once, however often it is tapped, and said in `said` when it fails.
export async function busy(button, said, work) {
  const hadFocus = document.activeElement === button;
  button.disabled = true;
  fill(said);
  try {
    return await work();
  } catch (error) {
    fill(said, problem(error.mend ? error : NOT_DONE)); // a refusal says itself what to do
  } finally {
    button.disabled = false;
    if (hadFocus && document.activeElement === document.body) button.focus();
  }
}

export function problem({ happened, mend }) {
  return h("div", { class: "problem", role: "alert" }, h("p", {}, h("strong", {}, happened)), h("p", {}, mend));
}

// What cannot be undone is asked twice: the button gives way to a sentence, a way back, and a Yes of
// its own, which a double tap or a key that is held down cannot reach.
export function askTwice({ words, sentence, yes, no = "No, keep it", look = "link", act }) {
  const place = h("span", { class: "field-line" });
  const begin = h("button", { type: "button", class: look, onclick: ask }, words);
  const back = h("button", { type: "button", class: "button", onclick: leave }, no);
  function ask() {
    const sure = h("button", { type: "button", class: "button", disabled: true, onclick: go }, yes);
    fill(place, h("span", { class: "quiet" }, sentence), back, sure);
    setTimeout(() => (sure.disabled = false), DOUBLE_TAP);
    announce(sentence);
    back.focus();
  }
  async function go({ target }) {
    target.disabled = true;
    try {
      await act();
    } finally {
      target.disabled = false;
    }
  }
  function leave() {
    fill(place, begin);
    begin.focus();
  }
  return fill(place, begin);
}

function kept(children) {
  return children.flat(2).filter((child) => child !== null && child !== undefined && child !== false);
}

function setAttribute(node, name, value) {
  if (value === true) node.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
}
