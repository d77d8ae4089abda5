// Chains: from the outlet outward to whoever saw, decided or measured it.
function via(link) {
  return [link.channel, link.cue && `“${link.cue}”`].filter(Boolean).join(", ");
}

function chainNode(claim) {
  const outlet = data.reports[claim.report].outlet,
    chain = claim.chain;
  let lastOwn = chain.length - 1;
  while (lastOwn > 0 && chain[lastOwn].joint) lastOwn -= 1;
  return el(
    "ol",
    { class: "chain", "aria-label": "Chain of sources, from the outlet to the root" },
    el(
      "li",
      { class: chain.length ? "" : "root", title: chain.length ? null : "The outlet says it in its own voice" },
      el("span", { class: "node" }, foreign(outlet)),
    ),
    chain.map((link, n) =>
      el(
        "li",
        {
          class: `${n >= lastOwn ? "root" : ""}${link.joint ? " joint" : ""}${link.named ? "" : " unnamed"}`,
          title: data.source_kinds[link.kind],
        },
        el("span", { class: "via" }, link.joint ? "and" : foreign(via(link))),
        el(
          "span",
          { class: "node" },
          foreign(link.name),
          link.knowing && el("span", { class: "soft" }, " " + (KNOWING[link.knowing] || link.knowing)),
        ),
      ),
    ),
  );
}

// The graph of one event: outlets on the left, roots on the right, and every relay between them.
function relays(event) {
  const nodes = new Map(),
    edges = new Map();
  const node = (key, name, more) => {
    if (!nodes.has(key)) nodes.set(key, { key, name, depth: 0, reports: new Set(), ...more });
    return nodes.get(key);
  };
  const edge = (a, b) => edges.set(a + "\u0000" + b, (edges.get(a + "\u0000" + b) || 0) + 1);
  // Which root a source of an outlet is, learnt where it stands alone at the end of a chain.
  const learnt = new Map();
  for (const told of event.claims) {
    const claim = data.claims[told.id],
      last = claim.chain[claim.chain.length - 1];
    if (last && !last.joint && told.roots.length === 1)
      learnt.set(data.reports[claim.report].outlet + "\u0000" + folded(last.name), told.roots[0]);
  }
  for (const told of event.claims) {
    const claim = data.claims[told.id],
      outlet = data.reports[claim.report].outlet;
    const start = node("outlet " + outlet, outlet, { outlet: true });
    start.reports.add(claim.report);
    let parents = [start],
      level = [start];
    claim.chain.forEach((link, n) => {
      if (!link.joint || n === 0) [parents, level] = [level, []];
      const last = claim.chain.slice(n + 1).every((other) => other.joint);
      // Names that share a root are one node; unnamed people of two outlets may be different people, and are two.
      const known = last && learnt.get(outlet + "\u0000" + folded(link.name));
      const key = known ? "root " + known : "source " + folded(link.name) + (link.named ? "" : " of " + outlet);
      const here = node(key, link.name, { kind: link.kind, named: link.named, names: new Set() });
      if (folded(link.name) !== folded(here.name)) here.names.add(link.name);
      for (const one of parents)
        if (one !== here) {
          edge(one.key, here.key);
          here.depth = Math.max(here.depth, one.depth + 1);
        }
      if (last) here.root = true;
      level.push(here);
    });
    if (!claim.chain.length && told.roots.length) start.root = true;
  }
  return { nodes: [...nodes.values()], edges: [...edges].map(([key, n]) => [...key.split("\u0000"), n]) };
}

function graphNode(event) {
  const { nodes, edges } = relays(event);
  if (!edges.length) return null;
  const deepest = Math.max(...nodes.map((node) => node.depth)),
    columns = Array.from({ length: deepest + 1 }, () => []);
  for (const node of nodes) columns[node.root && !node.outlet ? deepest : node.depth].push(node);
  const boxes = new Map();
  const lines = svg("svg", { "aria-hidden": "true" });
  const graph = el(
    "div",
    {
      class: "graph",
      role: "img",
      tabindex: "0",
      "aria-label": "Who relays whom; the chains are listed with the words below",
    },
    lines,
    columns.map((column) =>
      el(
        "div",
        { class: "column" },
        column.map((node) => {
          const box = el(
            "div",
            { class: `node${node.root ? " root" : ""}${node.named === false ? " unnamed" : ""}` },
            foreign(node.name),
            node.names &&
              node.names.size > 0 &&
              el(
                "small",
                {},
                "also as ",
                [...node.names].map((name, n) => [n ? ", " : "", foreign(name)]),
              ),
            el("small", {}, node.outlet ? counted(node.reports.size, "report") : data.source_kinds[node.kind]),
          );
          boxes.set(node.key, box);
          return box;
        }),
      ),
    ),
  );
  const draw = () => {
    const origin = graph.getBoundingClientRect(),
      shift = graph.scrollLeft;
    lines.setAttribute("width", graph.scrollWidth);
    lines.setAttribute("height", graph.scrollHeight);
    lines.replaceChildren(
      ...edges.map(([a, b, n]) => {
        const [one, two] = [boxes.get(a).getBoundingClientRect(), boxes.get(b).getBoundingClientRect()];
        const x1 = one.right - origin.left + shift,
          x2 = two.left - origin.left + shift,
          y1 = one.top + one.height / 2 - origin.top,
          y2 = two.top + two.height / 2 - origin.top,
          bend = Math.max(18, (x2 - x1) / 2);
        return svg("path", {
          d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
          "stroke-width": Math.min(5, 1 + n),
        });
      }),
    );
  };
  new ResizeObserver(draw).observe(graph);
  return [
    el(
      "div",
      { class: "columns", "aria-hidden": "true" },
      el("span", {}, "who published"),
      el("span", {}, "who saw, decided or measured"),
    ),
    graph,
  ];
}
