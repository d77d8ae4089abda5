// What is shown: the picture, the filter and the chosen event. Every view draws itself anew when this changes.
const data = JSON.parse($("picture").textContent);
const GRADES = ["corroborated", "contested", "echoed", "single", "discounted"];
const events = data.events;
const eventById = new Map(events.map((event) => [event.id, event]));
const filter = { text: "", grades: new Set(), kind: "", from: "", to: "", places: null };
let chosen = null;
const drawn = [];

const dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / 86400000);
for (const event of events) {
  event.first = event.earliest ? dayNumber(event.earliest) : null;
  event.last = event.latest ? dayNumber(event.latest) : null;
  event.key = event.at ? event.at[0].toFixed(4) + "," + event.at[1].toFixed(4) : null;
}

// Letters as they are searched: no case, accents, Arabic vowel signs or variants of alef, ya and ta marbuta.
function folded(text) {
  return String(text)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/\u0649/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/\u0131/g, "i");
}

function haystack(event) {
  if (event.haystack === undefined) {
    const parts = [event.label, event.where, data.kinds[event.kind].name, ...event.roots.names];
    for (const told of event.claims) {
      const claim = data.claims[told.id];
      const passage = data.passages[claim.passage];
      parts.push(
        data.reports[claim.report].outlet,
        passage.text.slice(...claim.evidence),
        ...claim.chain.map((link) => link.name),
      );
    }
    event.haystack = folded(parts.join("\n"));
  }
  return event.haystack;
}

function passes(event, except) {
  const from = filter.from && except !== "days" ? dayNumber(filter.from) : null;
  const to = filter.to && except !== "days" ? dayNumber(filter.to) : null;
  return (
    (except === "grades" || filter.grades.size === 0 || filter.grades.has(event.grade)) &&
    (!filter.kind || event.kind === filter.kind) &&
    (!filter.places || except === "places" || filter.places.keys.has(event.key)) &&
    (from === null || (event.last !== null ? event.last >= from : event.first !== null)) &&
    (to === null || (event.first !== null ? event.first <= to : event.last !== null)) &&
    (!filter.text ||
      folded(filter.text)
        .split(/\s+/)
        .every((word) => haystack(event).includes(word)))
  );
}

const visible = (except) => events.filter((event) => passes(event, except));
const filtered = () =>
  Boolean(filter.text || filter.grades.size || filter.kind || filter.from || filter.to || filter.places);
function redraw() {
  for (const draw of drawn) draw();
}
function clearFilter() {
  Object.assign(filter, { text: "", kind: "", from: "", to: "", places: null });
  filter.grades.clear();
  for (const id of ["text", "kind", "from", "to"]) $(id).value = "";
  redraw();
}
