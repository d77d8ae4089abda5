// The map's view: what of the world is on the canvas (Web Mercator, the world being one unit wide), and how it moves.
const canvas = $("canvas");
const EARTH = 40075017;
const view = { x: 0.5, y: 0.5, scale: 600, width: 600, height: 400 };
const projected = (lat, lon) => {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};
const onScreen = (x, y) => [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2];
const metresPerPixel = () => (EARTH / view.scale) * Math.sqrt(1 - Math.tanh((0.5 - view.y) * 2 * Math.PI) ** 2);

function limited() {
  const outer = data.ground.layers.length ? data.ground.layers[0].box : [0, 0, 1, 1];
  const least = Math.max(view.width / (outer[2] - outer[0]), view.height / (outer[3] - outer[1]));
  view.scale = Math.max(least, Math.min(EARTH / 8, view.scale));
  const x = view.width / 2 / view.scale,
    y = view.height / 2 / view.scale;
  view.x = Math.max(outer[0] + x, Math.min(outer[2] - x, view.x));
  view.y = Math.max(outer[1] + y, Math.min(outer[3] - y, view.y));
}

let wanted = false;
function moved() {
  limited();
  if (wanted) return;
  wanted = true;
  requestAnimationFrame(() => {
    wanted = false;
    drawMap();
  });
}

function fit(box, most) {
  view.x = (box[0] + box[2]) / 2;
  view.y = (box[1] + box[3]) / 2;
  view.scale = Math.min(
    view.width / Math.max(box[2] - box[0], 1e-9),
    view.height / Math.max(box[3] - box[1], 1e-9),
    most || Infinity,
  );
  moved();
}

function zoom(factor, at) {
  const [px, py] = at || [view.width / 2, view.height / 2];
  const x = view.x + (px - view.width / 2) / view.scale,
    y = view.y + (py - view.height / 2) / view.scale;
  view.scale *= factor;
  limited();
  view.x = x - (px - view.width / 2) / view.scale;
  view.y = y - (py - view.height / 2) / view.scale;
  moved();
}

function pan(dx, dy) {
  view.x -= dx / view.scale;
  view.y -= dy / view.scale;
  moved();
}

const pointers = new Map();
let travelled = 0;
const at = (event) => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};
canvas.addEventListener("pointerdown", (event) => {
  pointers.set(event.pointerId, at(event));
  travelled = 0;
});
addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const now = at(event),
    others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
  pointers.set(event.pointerId, now);
  travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
  if (others.length) {
    const apart = (place) => Math.hypot(place[0] - others[0][0], place[1] - others[0][1]);
    zoom(apart(now) / Math.max(apart(before), 1), [(now[0] + others[0][0]) / 2, (now[1] + others[0][1]) / 2]);
    pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
  } else pan(now[0] - before[0], now[1] - before[1]);
});
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, (event) => pointers.delete(event.pointerId));
const wasDragged = () => travelled > 6;

let hintGone = 0;
canvas.addEventListener(
  "wheel",
  (event) => {
    // A page that scrolls must not be caught by its map: there the wheel zooms with Ctrl or with focus.
    if (
      !event.ctrlKey &&
      !event.metaKey &&
      !canvas.contains(document.activeElement) &&
      matchMedia("(max-width: 900px)").matches
    ) {
      $("hint").textContent = "Hold Ctrl to zoom the map";
      $("hint").hidden = false;
      clearTimeout(hintGone);
      hintGone = setTimeout(() => {
        $("hint").hidden = true;
      }, 1200);
      return;
    }
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), at(event));
  },
  { passive: false },
);
canvas.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
  if (step) pan(...step);
  else if (event.key === "+" || event.key === "=") zoom(1.5);
  else if (event.key === "-") zoom(1 / 1.5);
  else return;
  event.preventDefault();
});
canvas.addEventListener("dblclick", (event) => zoom(2, at(event)));
$("closer").addEventListener("click", () => zoom(1.7));
$("farther").addEventListener("click", () => zoom(1 / 1.7));
$("whole").addEventListener("click", () => showAll());
function showAll() {
  if (data.ground.open) fit(data.ground.open);
}
