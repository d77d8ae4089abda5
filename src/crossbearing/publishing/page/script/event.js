// One event: how well it stands and why, its figures, where accounts contradict, who says so, and their words.
function axis(name, grade) {
  return grade && el("div", { class: grade }, el("dt", {}, name), el("dd", {}, glyph(grade), " ", grade));
}

function rangeDrawing(figure, most) {
  const x = (n) => 4 + (n / most) * 172,
    high = figure.high === null ? 180 : x(figure.high);
  return svg(
    "svg",
    { viewBox: "0 0 180 22", height: 22, "aria-hidden": "true", preserveAspectRatio: "xMinYMid meet" },
    svg("line", { class: "axis", x1: 0, x2: 180, y1: 11, y2: 11 }),
    svg("rect", {
      class: "band",
      x: x(figure.low),
      y: 5,
      width: Math.max(high - x(figure.low), 3),
      height: 12,
      rx: figure.high === null ? 0 : 4,
    }),
    svg("line", { class: "best", x1: x(figure.best), x2: x(figure.best), y1: 2, y2: 20 }),
  );
}

function figureRow(event, figure) {
  const most = Math.max(figure.best, figure.high || 0, figure.high === null ? figure.best * 1.5 : 0, 1);
  return el(
    "button",
    { type: "button", class: "figure", on: { click: () => showFigure(event, figure) } },
    el("span", {}, figure.measure),
    rangeDrawing(figure, most),
    el("span", {}, el("b", {}, figure.best_words), figure.range && " " + figure.range),
  );
}

function side(event, value) {
  const outlets = [...new Set(value.reports.map((id) => (data.reports[id] || { outlet: id }).outlet))];
  const sources = [
    ...new Set(
      value.claims.flatMap((id) => {
        const chain = (data.claims[id] || { chain: [] }).chain;
        return chain.length ? [chain[chain.length - 1].name] : [];
      }),
    ),
  ];
  return el(
    "div",
    { class: "side" },
    el("strong", {}, foreign(value.value)),
    sources.length > 0 &&
      el(
        "p",
        {},
        "so says ",
        sources.map((name, n) => [n ? ", " : "", foreign(name)]),
      ),
    el(
      "p",
      {},
      "in ",
      outlets.map((name, n) => [n ? ", " : "", foreign(name)]),
    ),
    el(
      "button",
      {
        type: "button",
        class: "quiet",
        on: {
          click: () => showSources(value.value, counted(value.claims.length, "claim") + " on this side.", value.claims),
        },
      },
      "Read the words",
    ),
  );
}

// Each account once on the left, and on the right all that cannot hold beside it.
function contradictionRows(event) {
  const rows = new Map();
  for (const {
    field,
    sides: [first, ...others],
  } of event.contradictions) {
    const key = field + "\u0000" + first.value;
    if (!rows.has(key)) rows.set(key, { field, first, others: [] });
    rows.get(key).others.push(...others);
  }
  return [...rows.values()].map(({ field, first, others }) =>
    el(
      "div",
      { class: "contradiction" },
      side(event, first),
      el("div", { class: "versus" }, glyph("contested"), field),
      el(
        "div",
        { class: "against" },
        others.map((other) => side(event, other)),
      ),
    ),
  );
}

// What was said before on the left, on the right what is said now, or that it was taken back.
function correctionRows(event) {
  return event.corrections.map(({ field, before, after, why }) =>
    el(
      "div",
      { class: "contradiction" },
      side(event, before),
      el("div", { class: "versus" }, field + ": " + why),
      el("div", { class: "against" }, side(event, { ...after, value: after.value || "taken back" })),
    ),
  );
}

function whyOne(event) {
  if (!event.links.length) return null;
  const name = (id) => {
    const claim = data.claims[id];
    return claim
      ? [
          foreign(data.reports[claim.report].outlet),
          ": “",
          foreign(data.passages[claim.passage].text.slice(...claim.trigger)),
          "”",
        ]
      : id;
  };
  return el(
    "details",
    { class: "why" },
    el(
      "summary",
      {},
      `Why these accounts are taken for one event (${counted(event.links.length + event.links_left_out, "link")})`,
    ),
    event.links.map((link) =>
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, el("th", { colspan: 3 }, name(link.a), " and ", name(link.b)))),
        el(
          "tbody",
          {},
          link.comparisons.map(([what, found, weight]) =>
            el(
              "tr",
              {},
              el("td", {}, what),
              el("td", {}, foreign(found)),
              el("td", {}, (weight > 0 ? "+" : "") + weight),
            ),
          ),
        ),
        el(
          "tfoot",
          {},
          el("tr", {}, el("td", { colspan: 2 }, "together"), el("td", {}, (link.weight > 0 ? "+" : "") + link.weight)),
        ),
      ),
    ),
    event.links_left_out > 0 &&
      el("p", { class: "soft" }, counted(event.links_left_out, "more link") + " in the archive."),
  );
}

function rootsFact(event) {
  const { low, high, names, why, words } = event.roots;
  const dots =
    high > 0 &&
    high <= 12 &&
    el(
      "span",
      { class: "dots", "aria-hidden": "true" },
      Array.from({ length: high }, (_, n) => el("i", { class: n < low ? "sure" : "" })),
    );
  return [
    dots,
    words,
    names.length > 0 && [": ", names.map((name, n) => [n ? ", " : "", foreign(name)])],
    why && !event.why.includes(why) && el("span", { class: "soft" }, " (", foreign(why), ")"),
  ];
}

function eventNode(event) {
  const byReport = new Map(Object.keys(event.reports).map((id) => [id, []]));
  for (const told of event.claims) {
    const report = data.claims[told.id].report;
    if (!byReport.has(report)) byReport.set(report, []);
    byReport.get(report).push(told);
  }
  const accounts = [...byReport].filter(([, claims]) => claims.length);
  const part = event.part_of && eventById.get(event.part_of),
    parts = events.filter((other) => other.part_of === event.id);
  const related = (other) =>
    el("button", { type: "button", class: "quiet", on: { click: () => open(other.id) } }, foreign(other.label));
  const graph = graphNode(event);
  return [
    el("button", { type: "button", class: "quiet back", on: { click: () => leave() } }, "← All events"),
    el("p", { class: "eyebrow" }, data.kinds[event.kind].name),
    el("h1", { tabindex: "-1", id: "event-name" }, foreign(event.label)),
    el(
      "div",
      { class: "verdict " + event.grade },
      el("dl", { class: "axes" }, axis("That it happened:", event.happened), axis("Who did it:", event.responsible)),
      event.why.split(/ (?=Who did it: )/).map((reason) => el("p", {}, foreign(reason))),
      el("p", { class: "rule" }, data.grades[event.grade], " Rule: ", foreign(event.rule)),
    ),
    el(
      "dl",
      { class: "facts" },
      el("dt", {}, "When"),
      el("dd", {}, event.when),
      el("dt", {}, "Where"),
      el("dd", {}, foreign(event.where)),
      el("dt", {}, "Roots"),
      el("dd", {}, rootsFact(event)),
      part && [el("dt", {}, "Part of"), el("dd", {}, related(part))],
      parts.length > 0 && [el("dt", {}, "Parts"), el("dd", {}, parts.map(related))],
    ),
    event.figures.length > 0 && [
      el("h2", {}, "How many"),
      el(
        "p",
        { class: "soft" },
        "The best supported count, and the lowest to the highest told. Choose one to read where it comes from.",
      ),
      el(
        "div",
        { class: "figures" },
        event.figures.map((figure) => figureRow(event, figure)),
      ),
    ],
    event.contradictions.length > 0 && [el("h2", {}, "Where accounts contradict"), contradictionRows(event)],
    event.corrections.length > 0 && [el("h2", {}, "What was said before and holds no more"), correctionRows(event)],
    graph && el("section", { class: "relays" }, el("h2", {}, "Who says so"), graph),
    el("h2", {}, "In their words"),
    accounts.map(([id, claims]) => account(id, claims, event.reports[id])),
    whyOne(event),
  ]
    .flat(Infinity)
    .filter(Boolean);
}

function choose(id) {
  chosen = id && eventById.has(id) ? id : null;
  const event = chosen && eventById.get(chosen);
  for (const [part, hidden] of [
    ["intro", event],
    ["overview", event],
    ["event", !event],
  ])
    $(part).hidden = Boolean(hidden);
  document.querySelector(".page").classList.toggle("one", Boolean(event));
  if (event) $("event").replaceChildren(...eventNode(event));
  if (event && event.at) reveal(event);
  redraw();
}

// Bring an event on the map into sight, with its circle, moving no more than needed.
function reveal(event) {
  const around = (Math.max(event.at[2] * 2.6, 12) * 1000) / (EARTH * Math.cos((event.at[0] * Math.PI) / 180)),
    [x, y] = onScreen(...event.xy);
  if (x > 50 && x < view.width - 50 && y > 50 && y < view.height - 50 && around * view.scale < view.width) return;
  if (around * view.scale > view.width) view.scale = view.width / around;
  [view.x, view.y] = event.xy;
  moved();
}

function open(id) {
  if ($("source").open) $("source").close();
  history.pushState({ scroll: scrollY }, "", "#" + encodeURIComponent(id));
  choose(id);
  const narrow = matchMedia("(max-width: 900px)").matches;
  if (narrow) $("reading").scrollIntoView({ behavior: "instant" });
  else scrollTo({ top: 0, behavior: "instant" });
  $("event-name").focus({ preventScroll: true });
}

function leave() {
  const last = chosen;
  history.pushState(null, "", location.pathname + location.search);
  choose(null);
  const again = [...document.querySelectorAll(".card")].find((node) => node.dataset.event === last);
  if (again) {
    again.scrollIntoView({ block: "center", behavior: "instant" });
    again.querySelector("h3 button").focus({ preventScroll: true });
  }
}
