// Building the document. Words of reports become text nodes and nothing else.
const $ = (id) => document.getElementById(id);
const CONTROLS = /([\u202a-\u202e\u2066-\u2069\u2028\u2029\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f])/;

// Text with what would turn or break the words around it made visible instead.
function plain(text) {
  const out = document.createDocumentFragment();
  String(text)
    .split(CONTROLS)
    .forEach((part, n) => {
      if (n % 2 === 0) {
        if (part) out.append(part);
        return;
      }
      const code = "U+" + part.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      const sign = document.createElement("span");
      sign.className = "control";
      sign.title = "The text holds the control character " + code + " here";
      sign.textContent = code;
      out.append(sign);
    });
  return out;
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : plain(child));
  }
  return node;
}

const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
const foreign = (text) => el("bdi", { dir: "auto" }, text);
const glyph = (grade, attributes) =>
  svg(
    "svg",
    { class: "glyph " + grade, "aria-hidden": "true", viewBox: "0 0 16 16", ...attributes },
    svg("use", { href: "#glyph-" + grade }),
  );
const counted = (n, one, many) => n.toLocaleString("en") + " " + (n === 1 ? one : many || one + "s");
