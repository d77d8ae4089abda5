// The map: borders, settlements, how exactly a place is known, and a marker for the events of each place.
const land = data.ground.layers.map((layer) =>
  svg(
    "g",
    {},
    layer.countries.map((country) => svg("path", { class: "land", d: country.path, "fill-rule": "evenodd" })),
  ),
);
const radii = svg("g"),
  towns = svg("g"),
  markers = svg("g"),
  names = svg("g", { "aria-hidden": "true" });
canvas.append(...land, radii, towns, markers, names);
for (const settlement of data.ground.settlements) settlement.push(...projected(settlement[1], settlement[2]));
for (const event of events) if (event.at) event.xy = projected(event.at[0], event.at[1]);

const VAGUE = 60;

// Events at one point are one place; places whose discs would lie upon each other are one marker.
function gathered(list) {
  const places = new Map();
  for (const event of list) {
    if (!event.at) continue;
    if (!places.has(event.key))
      places.set(event.key, {
        xy: event.xy,
        name: event.place,
        events: [],
        keys: new Set([event.key]),
        boxes: [event.xy],
      });
    places.get(event.key).events.push(event);
  }
  const merged = [];
  for (const place of [...places.values()].sort((a, b) => b.events.length - a.events.length)) {
    const screen = onScreen(...place.xy);
    const near = merged.find(
      (other) => Math.hypot(screen[0] - other.screen[0], screen[1] - other.screen[1]) < radius(other) + radius(place),
    );
    if (near) {
      near.events = near.events.concat(place.events);
      place.keys.forEach((key) => near.keys.add(key));
      near.boxes.push(place.xy);
    } else merged.push({ ...place, screen });
  }
  return merged;
}

const isVague = (marker) => marker.events.every((event) => event.at[2] >= VAGUE);
const radius = (marker) => (marker.events.length === 1 ? 12 : Math.min(26, 12 + 2.2 * Math.sqrt(marker.events.length)));

function markerNode(marker) {
  const r = radius(marker),
    one = marker.events.length === 1,
    around = 2 * Math.PI * (r - 3);
  const grades = GRADES.map((grade) => [grade, marker.events.filter((event) => event.grade === grade).length]).filter(
    ([, n]) => n,
  );
  const others = marker.boxes.length > 1 ? " and " + counted(marker.boxes.length - 1, "place") + " near it" : "";
  const node = svg(
    "g",
    {
      class:
        "marker" +
        (isVague(marker) ? " vague" : "") +
        (marker.events.some((event) => event.id === chosen) ? " chosen" : ""),
      tabindex: "0",
      role: "button",
      "data-keys": [...marker.keys].join(";"),
      "aria-label":
        `${marker.name}${others}: ${counted(marker.events.length, "event")} ` +
        `(${grades.map(([grade, n]) => n + " " + grade).join(", ")})`,
      transform: `translate(${marker.screen[0].toFixed(1)} ${marker.screen[1].toFixed(1)})`,
      on: {
        click: () => {
          if (!wasDragged()) pick(marker);
        },
        keydown: (event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            pick(marker);
          }
        },
      },
    },
    svg("title", {}, one ? marker.events[0].label : marker.name + others),
    svg("circle", { class: "disc", r }),
  );
  let done = 0;
  for (const [grade, n] of grades) {
    const part = (around * n) / marker.events.length,
      gap = grades.length > 1 ? 1.5 : 0;
    if (!one)
      node.append(
        svg("circle", {
          class: "ring " + grade,
          r: r - 3,
          "stroke-dasharray": `${Math.max(part - gap, 1)} ${around}`,
          "stroke-dashoffset": -done,
          transform: "rotate(-90)",
        }),
      );
    else
      node.append(
        svg(
          "svg",
          { class: grade, x: -8, y: -8, width: 16, height: 16, viewBox: "0 0 16 16" },
          svg("use", { href: "#glyph-" + grade }),
        ),
      );
    done += part;
  }
  if (!one) node.append(svg("text", { class: "number", y: 4.4, "aria-hidden": "true" }, marker.events.length));
  return node;
}

function pick(marker) {
  if (marker.events.length === 1) {
    open(marker.events[0].id);
    return;
  }
  if (marker.boxes.length > 1 && view.scale < EARTH / 60) {
    const xs = marker.boxes.map((xy) => xy[0]),
      ys = marker.boxes.map((xy) => xy[1]),
      room = 60 / view.scale;
    fit(
      [Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room],
      view.scale * 6,
    );
  }
  filter.places = { name: marker.name, keys: marker.keys };
  if (chosen) (history.pushState(null, "", " "), choose(null));
  else redraw();
}

function drawLand() {
  const [west, north] = [view.x - view.width / 2 / view.scale, view.y - view.height / 2 / view.scale];
  const [east, south] = [view.x + view.width / 2 / view.scale, view.y + view.height / 2 / view.scale];
  const inner = data.ground.layers.findLastIndex(
    ({ box }) => box[0] <= west + 1e-9 && box[1] <= north + 1e-9 && box[2] >= east - 1e-9 && box[3] >= south - 1e-9,
  );
  land.forEach((group, n) => {
    const { box, units } = data.ground.layers[n];
    const [x, y] = onScreen(box[0], box[1]);
    group.toggleAttribute("hidden", n !== Math.max(inner, 0));
    group.setAttribute("transform", `translate(${x} ${y}) scale(${((box[2] - box[0]) * view.scale) / units})`);
  });
  return data.ground.layers[Math.max(inner, 0)];
}

function drawRadii(list) {
  const seen = new Map();
  for (const event of list) {
    if (!event.at || event.at[2] < 1) continue;
    const key = event.key + event.at[2],
      lit = event.id === chosen;
    if (lit || !seen.has(key)) seen.set(key, [event, lit]);
  }
  radii.replaceChildren();
  for (const [event, lit] of seen.values()) {
    const r = ((event.at[2] * 1000) / (EARTH * Math.cos((event.at[0] * Math.PI) / 180))) * view.scale;
    if (r < 28 || (!lit && r > view.width * 0.45)) continue;
    const [cx, cy] = onScreen(...event.xy);
    radii.append(svg("circle", { class: "radius" + (lit ? " chosen" : ""), cx, cy, r }));
  }
}

// Labels take their room in turn: marked places, then settlements by population, then countries.
function drawNames(list, layer) {
  const taken = list.map((marker) => [
    marker.screen[0] - radius(marker),
    marker.screen[1] - radius(marker),
    marker.screen[0] + radius(marker),
    marker.screen[1] + radius(marker),
  ]);
  const free = (box) =>
    box[2] > 0 &&
    box[0] < view.width &&
    box[3] > 0 &&
    box[1] < view.height &&
    taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
  const claimed = (x, y, text, size) => {
    const box = [x - 2, y - size, x + text.length * size * 0.56 + 2, y + 4];
    return free(box) && taken.push(box);
  };
  const named = new Set();
  names.replaceChildren();
  for (const marker of list) {
    const [sx, sy] = marker.screen;
    if (!marker.name || sx < 0 || sy < 0 || sx > view.width || sy > view.height) continue;
    const wide = marker.name.length * 7,
      r = radius(marker);
    named.add(marker.name);
    const place = [
      [r + 5, 4.4],
      [-r - 5 - wide, 4.4],
      [-wide / 2, r + 15],
      [-wide / 2, -r - 6],
    ].find(([x, y]) => claimed(sx + x, sy + y, marker.name, 12.5));
    if (place)
      names.append(
        svg(
          "text",
          { class: isVague(marker) ? "name vague" : "name", x: sx + place[0], y: sy + place[1] },
          marker.name,
        ),
      );
  }
  towns.replaceChildren();
  let room = Math.round((view.width * view.height) / 13000);
  for (const [name, , , , kind, x, y] of data.ground.settlements) {
    if (room <= 0) break;
    const [sx, sy] = onScreen(x, y);
    if (named.has(name) || !claimed(sx + 6, sy + 4, name, 11.5)) continue;
    towns.append(
      svg("circle", {
        class: kind === "camp" || kind === "crossing" ? "camp-dot" : "town-dot",
        cx: sx,
        cy: sy,
        r: kind === "camp" || kind === "crossing" ? 3 : 2,
      }),
      svg("text", { class: "town", x: sx + 6, y: sy + 4 }, name),
    );
    room -= 1;
  }
  for (const country of layer ? layer.countries : []) {
    if (!country.label) continue;
    const [x, y] = onScreen(...country.label),
      wide = country.name.length * 10.5;
    const box = [x - wide / 2, y - 13, x + wide / 2, y + 4];
    if (free(box) && taken.push(box)) towns.append(svg("text", { class: "country", x, y }, country.name.toUpperCase()));
  }
}

function drawScale() {
  const most = metresPerPixel() * 110,
    power = 10 ** Math.floor(Math.log10(most)),
    metres = [5, 2, 1].map((n) => n * power).find((n) => n <= most);
  $("scale-words").textContent = metres >= 1000 ? metres / 1000 + " km" : metres + " m";
  $("scale-bar").style.width = metres / metresPerPixel() + "px";
}

function drawMap() {
  const list = visible("places"),
    held = document.activeElement && document.activeElement.getAttribute("data-keys");
  const layer = drawLand();
  const shown = gathered(
    chosen ? list.concat(events.filter((event) => event.id === chosen && !list.includes(event))) : list,
  );
  drawRadii(chosen ? list.concat(eventById.get(chosen)) : list);
  markers.replaceChildren(...shown.map(markerNode));
  drawNames(shown, layer);
  drawScale();
  if (held) {
    const again = [...markers.children].find((node) => node.getAttribute("data-keys") === held);
    if (again) again.focus({ preventScroll: true });
  }
}

new ResizeObserver(() => {
  const first = !view.sized,
    { width, height } = canvas.getBoundingClientRect();
  if (!width || !height) return;
  Object.assign(view, { width, height, sized: true });
  if (first && data.ground.open) fit(data.ground.open);
  else moved();
}).observe(canvas);
drawn.push(moved);
