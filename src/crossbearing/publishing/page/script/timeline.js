// The time line: a bar from the first to the last day that an event may have been; where there are too many, columns.
const MOST_BARS = 160,
  LANE = 9,
  MOST_LANES = 20;
const time = $("time");
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const isoDay = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

// How many of the days at the beginning of a sorted list stand alone: at most a third, more than a year and more than
// three times the middle third before all others.
function alone(days) {
  const few = Math.floor(days.length / 3),
    far = Math.max(365, 3 * Math.abs(days[days.length - 1 - few] - days[few]));
  let out = 0;
  for (let n = 1; n <= few; n += 1) if (Math.abs(days[n] - days[n - 1]) > far) out = n;
  return out;
}

// The days that hold nearly all events; the few outside are told of, not drawn.
function extent(list) {
  const days = list.flatMap((event) => [event.first ?? event.last, event.last ?? event.first]).sort((a, b) => a - b);
  const cut = Math.floor(days.length * 0.03),
    [early, late] = [alone(days), alone([...days].reverse())];
  let [first, last] = [days[Math.max(cut, early)], days[days.length - 1 - Math.max(cut, late)]];
  const reach = Math.max(21, (last - first) * 0.4);
  for (const day of days) {
    if (day < first && first - day <= reach) first = day;
    if (day > last && day - last <= reach) last = day;
  }
  return [first, Math.max(last, first + 6) + 1];
}

function ticks(first, last, width) {
  const step = [1, 2, 7, 14].find((days) => ((last - first) / days) * 52 <= width);
  const out = [];
  if (step)
    for (let day = first; day < last; day += step) {
      const date = new Date(day * 86400000);
      out.push([day, date.getUTCDate() + " " + MONTHS[date.getUTCMonth()].slice(0, 3)]);
    }
  else {
    const months = (last - first) / 30.4,
      every = [1, 3, 6, 12, 24, 60, 120].find((n) => (months / n) * 62 <= width) || 240;
    const start = new Date(first * 86400000);
    for (let month = start.getUTCFullYear() * 12 + Math.ceil(start.getUTCMonth() / every) * every; ; month += every) {
      const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
      if (day >= last) break;
      if (day >= first)
        out.push([day, (every >= 12 ? "" : MONTHS[month % 12].slice(0, 3) + " ") + Math.floor(month / 12)]);
    }
  }
  return out;
}

function bars(list, x, last) {
  const lanes = [],
    placed = [];
  for (const event of [...list].sort(
    (a, b) => (a.first ?? a.last) - (b.first ?? b.last) || (a.last ?? a.first) - (b.last ?? b.first),
  )) {
    const from = x(event.first ?? event.last),
      to = Math.max(x((event.last ?? event.first) + 1), from + 7);
    let lane = lanes.findIndex((end) => end + 2 <= from);
    if (lane < 0) lane = lanes.length;
    lanes[lane] = to;
    placed.push([event, from, to, lane]);
  }
  return lanes.length <= MOST_LANES
    ? { height: lanes.length * LANE, nodes: placed.map(([event, from, to, lane]) => bar(event, from, to, lane * LANE)) }
    : null;
}

function bar(event, from, to, y) {
  const exact = event.first !== null && event.first === event.last;
  return svg(
    "rect",
    {
      class: `${exact ? "bar" : "span"} ${event.grade}${event.id === chosen ? " chosen" : ""}`,
      x: from + 0.5,
      y: y + 1,
      width: to - from - 1,
      height: LANE - 3,
      rx: 3.5,
      on: { click: () => open(event.id) },
    },
    svg("title", {}, `${event.label}, ${event.when}`),
  );
}

function columns(list, x, first, last, width, height) {
  const wide = Math.max(1, Math.ceil((last - first) / (width / 5)));
  const bins = Array.from({ length: Math.ceil((last - first) / wide) }, () => ({ sure: {}, maybe: 0, all: 0 }));
  for (const event of list) {
    const a = Math.max(0, Math.floor(((event.first ?? event.last) - first) / wide)),
      b = Math.min(bins.length - 1, Math.floor(((event.last ?? event.first) - first) / wide));
    if (a === b) bins[a].sure[event.grade] = (bins[a].sure[event.grade] || 0) + 1;
    else for (let n = a; n <= b; n += 1) bins[n].maybe += 1 / (b - a + 1);
  }
  for (const bin of bins) bin.all = Object.values(bin.sure).reduce((sum, n) => sum + n, 0) + bin.maybe;
  const most = Math.max(1, ...bins.map((bin) => bin.all));
  return bins.flatMap((bin, n) => {
    let y = height;
    const left = x(first + n * wide),
      right = x(Math.min(last, first + (n + 1) * wide)),
      out = [];
    for (const [kind, amount] of [
      ...GRADES.map((grade) => [grade, bin.sure[grade] || 0]),
      ["maybe-column", bin.maybe],
    ]) {
      const tall = (amount / most) * (height - 4);
      y -= tall;
      if (tall > 0.2)
        out.push(
          svg("rect", { class: "column " + kind, x: left, y, width: Math.max(right - left - 1, 1), height: tall }),
        );
    }
    return out;
  });
}

function drawTime() {
  const dated = visible("days").filter((event) => event.first !== null || event.last !== null);
  const shown = visible(),
    undated = shown.filter((event) => event.first === null && event.last === null).length;
  time.hidden = !events.some((event) => event.first !== null || event.last !== null);
  if (!dated.length) {
    time.replaceChildren(el("p", { class: "note" }, el("span", {}, "No event with a known day is shown.")));
    return;
  }
  const width = Math.max(time.clientWidth - 32, 200),
    [first, last] = extent(dated);
  const x = (day) => Math.max(0, Math.min(width, ((day - first) / (last - first)) * width));
  const inside = dated.filter((event) => (event.last ?? event.first) >= first && (event.first ?? event.last) < last);
  const lanes = inside.length <= MOST_BARS ? bars(inside, x, last) : null,
    height = lanes ? Math.max(lanes.height, 24) : 110;
  const drawing = svg(
    "svg",
    {
      height: height + 20,
      role: "img",
      "aria-label":
        `Time line of ${counted(inside.length, "event")}, ${isoDay(first)} to ${isoDay(last - 1)}. ` +
        "The date fields do the same as dragging here.",
    },
    ticks(first, last, width).map(([day, label]) => [
      svg("line", { class: "tick", x1: x(day), x2: x(day), y1: 0, y2: height + 4 }),
      svg("text", { x: x(day) + 3, y: height + 15 }, label),
    ]),
    lanes ? lanes.nodes : columns(inside, x, first, last, width, height),
  );
  if (filter.from || filter.to) {
    const from = filter.from ? x(dayNumber(filter.from)) : 0,
      to = filter.to ? x(dayNumber(filter.to) + 1) : width;
    drawing.append(
      svg("rect", {
        class: "brush",
        x: from,
        y: 0,
        width: Math.max(to - from, 1),
        height: height + 4,
        "pointer-events": "none",
      }),
    );
  }
  brushable(drawing, (px) => Math.max(first, Math.min(last - 1, first + Math.floor((px / width) * (last - first)))));
  const outside = dated.length - inside.length;
  const left = [
    undated && counted(undated, "event") + " without a day",
    outside && counted(outside, "event") + " outside these days",
  ]
    .filter(Boolean)
    .join(", ");
  time.replaceChildren(
    el(
      "p",
      { class: "note" },
      el(
        "span",
        {},
        lanes
          ? "Each bar spans the days an event may have been; solid where the day is known."
          : "Events a day; hatched where the day is not certain.",
      ),
      el("span", {}, left),
    ),
    drawing,
  );
}

function brushable(drawing, dayAt) {
  let start = null;
  const px = (event) => event.clientX - drawing.getBoundingClientRect().left;
  drawing.addEventListener("pointerdown", (event) => {
    start = px(event);
  });
  drawing.addEventListener("pointerup", (event) => {
    if (start === null || Math.abs(px(event) - start) < 5) {
      start = null;
      return;
    }
    [filter.from, filter.to] = [start, px(event)].sort((a, b) => a - b).map((place) => isoDay(dayAt(place)));
    $("from").value = filter.from;
    $("to").value = filter.to;
    redraw();
  });
}

let timeWidth = 0;
new ResizeObserver(() => {
  if (time.clientWidth !== timeWidth) {
    timeWidth = time.clientWidth;
    drawTime();
  }
}).observe(time);
drawn.push(drawTime);
