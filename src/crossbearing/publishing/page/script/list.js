// The list: events by day, each with its grade, its figures and how many roots it has.
const AT_ONCE = 60;
let room = AT_ONCE;

function count(event, figure) {
  return el(
    "button",
    {
      type: "button",
      class: "count",
      on: { click: () => showFigure(event, figure) },
      title: "Show the words it came from",
    },
    el("b", {}, figure.best_words),
    " ",
    figure.measure,
    figure.range && [" ", el("span", {}, figure.range)],
  );
}

function card(event) {
  const told = counted(Object.keys(event.reports).length, "report");
  return el(
    "li",
    { class: "card " + event.grade, "data-event": event.id },
    glyph(event.grade),
    el(
      "div",
      {},
      el("h3", {}, el("button", { type: "button", on: { click: () => open(event.id) } }, foreign(event.label))),
      el(
        "p",
        { class: "meta" },
        data.kinds[event.kind].name,
        " · ",
        foreign(event.where),
        event.first !== event.last || event.first === null ? " · " + event.when : "",
      ),
      event.figures.length > 0 &&
        el(
          "div",
          { class: "counts" },
          event.figures.map((figure) => count(event, figure)),
        ),
      el("p", { class: "stand" }, el("b", {}, event.grade), ` · ${event.roots.words} · ${told}`),
    ),
  );
}

// The day that an event is listed under; what may have been on any of many days comes after those, the undated last.
const LONG = 31,
  SOME_TIME = 1e7,
  NO_DAY = 2e7;
const dayOf = (event) =>
  event.first === null && event.last === null
    ? NO_DAY
    : event.first === null || event.last === null || event.last - event.first > LONG
      ? SOME_TIME
      : event.first;
const dayName = (day) =>
  day === NO_DAY ? "Day not known" : day === SOME_TIME ? "Some time within more than a month" : weekday(day);
const weekday = (day) =>
  new Date(day * 86400000).toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

function drawList() {
  if (chosen) return;
  const shown = visible().sort((a, b) => dayOf(a) - dayOf(b));
  const out = [];
  let last;
  for (const event of shown.slice(0, room)) {
    if (dayOf(event) !== last || !out.length) {
      last = dayOf(event);
      out.push([el("h2", { class: "day" }, dayName(last)), el("ul", { class: "cards" })]);
    }
    out[out.length - 1][1].append(card(event));
  }
  $("list").replaceChildren(...out.flat());
  if (shown.length > room)
    $("list").append(
      el(
        "button",
        {
          type: "button",
          class: "quiet more",
          on: {
            click: () => {
              room += AT_ONCE;
              drawList();
            },
          },
        },
        `Show ${Math.min(AT_ONCE, shown.length - room)} more of ${shown.length - room}`,
      ),
    );
  $("shown").replaceChildren(
    el(
      "span",
      {},
      filtered()
        ? `${shown.length.toLocaleString("en")} of ${counted(events.length, "event")}`
        : counted(events.length, "event"),
    ),
  );
  if (filter.places)
    $("shown").append(
      el(
        "button",
        {
          type: "button",
          class: "quiet",
          on: {
            click: () => {
              filter.places = null;
              redraw();
            },
          },
        },
        "At ",
        foreign(filter.places.name),
        " ×",
      ),
    );
  if (filtered())
    $("shown").append(el("button", { type: "button", class: "quiet", on: { click: clearFilter } }, "Show everything"));
  if (!shown.length) $("list").append(el("p", { class: "soft" }, events.length ? "No event passes this filter." : "There are no events in this picture."));
}

function drawGrades() {
  const counts = visible("grades");
  $("grades").replaceChildren(
    ...GRADES.filter((grade) => data.summary.grades[grade] || grade !== "discounted").map((grade) => {
      const n = counts.filter((event) => event.grade === grade).length;
      return el(
        "button",
        {
          type: "button",
          class: grade,
          title: data.grades[grade],
          "aria-pressed": String(filter.grades.has(grade)),
          disabled: n === 0 && !filter.grades.has(grade),
          "data-grade": grade,
          on: {
            click: () => {
              if (!filter.grades.delete(grade)) filter.grades.add(grade);
              redraw();
              $("grades").querySelector(`[data-grade=${grade}]`).focus();
            },
          },
        },
        el("strong", {}, glyph(grade), n.toLocaleString("en")),
        el("span", {}, grade),
      );
    }),
  );
}

function legend() {
  $("legend").append(
    el(
      "dl",
      {},
      GRADES.map((grade) => [el("dt", { class: grade }, glyph(grade), grade), el("dd", {}, data.grades[grade])]),
    ),
    el(
      "p",
      {},
      "A root is whoever saw, decided or measured it: the last link of the chain from the outlet outward. ",
      "Two reports that go back to one root count once. ",
      "Where it cannot be told whether two roots are one, the count has a lower and an upper bound.",
    ),
    el(
      "p",
      {},
      "In quoted words, the pale mark is the sentence that carries the claim, the strong one names the happening, ",
      "and an underline marks a figure. On the map a dashed circle shows within what distance the place is known.",
    ),
    el(
      "p",
      {},
      "Figures are given as the lowest, the best supported and the highest that the accounts tell. ",
      "Nothing is averaged, and contested events are never added up silently.",
    ),
  );
  $("reports").append(
    el(
      "ul",
      {},
      Object.entries(data.reports).map(([, report]) =>
        el(
          "li",
          {},
          foreign(report.title || "(no title)"),
          el("br"),
          el(
            "small",
            {},
            foreign(report.outlet),
            ", ",
            report.published === "day not known" ? "no date given" : report.published,
            " · ",
            counted(report.claims, "claim"),
            report.wire && [" · carried from ", foreign(report.wire)],
            report.notes.map((note) => [" · ", foreign(note)]),
          ),
        ),
      ),
    ),
  );
}

function drawFilters() {
  const used = [...new Set(events.map((event) => event.kind))].sort();
  $("kind").append(...used.map((kind) => el("option", { value: kind }, data.kinds[kind].name)));
  for (const [id, event] of [
    ["text", "input"],
    ["kind", "change"],
    ["from", "change"],
    ["to", "change"],
  ]) {
    $(id).addEventListener(event, () => {
      filter[id] = $(id).value.trim();
      room = AT_ONCE;
      redraw();
    });
  }
  $("filters").addEventListener("submit", (event) => event.preventDefault());
}
drawn.push(drawList, drawGrades);
