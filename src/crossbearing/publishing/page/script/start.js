// Bringing it up: theme, address, keys.
const root = document.documentElement,
  themeButton = $("theme");
const dark = () =>
  root.dataset.theme === "dark" || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
const nameTheme = () => {
  themeButton.textContent = dark() ? "Light" : "Dark";
};
themeButton.addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  nameTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);

const addressed = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};
for (const change of ["popstate", "hashchange"])
  addEventListener(change, () => {
    if (addressed() !== (chosen || "")) choose(addressed());
  });
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && chosen && !$("source").open) leave();
});
$("source").addEventListener("click", (event) => {
  if (event.target === $("source")) $("source").close();
});

// Paper is light, and nothing can be unfolded on it.
let themeOnScreen;
addEventListener("beforeprint", () => {
  themeOnScreen = root.dataset.theme;
  root.dataset.theme = "light";
  document.querySelectorAll("details").forEach((details) => {
    details.open = true;
  });
});
addEventListener("afterprint", () => {
  if (themeOnScreen) root.dataset.theme = themeOnScreen;
  else delete root.dataset.theme;
});

nameTheme();
legend();
drawFilters();
choose(addressed());
