// The exact words: a passage with its evidence, triggers and figures marked, and what was read out of it.
const AROUND = 240;

// What of a passage is shown at first: some words on either side of each evidence, from space to space.
function windows(text, spans) {
  const shown = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    let from = start <= AROUND * 1.5 ? 0 : start - AROUND,
      to = text.length - end <= AROUND * 1.5 ? text.length : end + AROUND;
    if (from) from = Math.min(start, text.indexOf(" ", from) + 1 || start);
    if (to < text.length) to = Math.max(end, text.lastIndexOf(" ", to));
    const last = shown[shown.length - 1];
    if (last && from <= last[1] + 60) last[1] = Math.max(last[1], to);
    else shown.push([from, to]);
  }
  return shown;
}

function passageNode(passage, claims, whole) {
  const marks = [];
  for (const [id, claim] of claims) {
    marks.push([...claim.evidence, "evidence", id], [...claim.trigger, "trigger", id]);
    for (const figure of claim.figures) if (figure.at[1] > figure.at[0]) marks.push([...figure.at, "number", id]);
  }
  const shown = whole
    ? [[0, passage.text.length]]
    : windows(
        passage.text,
        claims.map(([, claim]) => [...claim.evidence]),
      );
  const cuts = [...new Set([...shown.flat(), ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  const language = data.reports[passage.report].language;
  const node = el("p", { class: "told", dir: "auto", lang: language }, (passage.before || shown[0][0] > 0) && "… ");
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    if (!shown.some(([from, to]) => from <= cuts[n] && to >= cuts[n + 1])) {
      if (shown.some(([, to]) => to === cuts[n]) && cuts[n] < shown[shown.length - 1][1]) node.append(" … ");
      continue;
    }
    const text = passage.text.slice(cuts[n], cuts[n + 1]),
      over = marks.filter(([start, end]) => start <= cuts[n] && end >= cuts[n + 1]);
    node.append(
      over.length
        ? el(
            "mark",
            {
              class: [...new Set(over.map(([, , kind]) => kind))].join(" "),
              "data-claims": [...new Set(over.map(([, , , id]) => id))].join(" "),
            },
            text,
          )
        : plain(text),
    );
  }
  const cut = shown.length > 1 || shown[0][0] > 0 || shown[0][1] < passage.text.length;
  if (passage.after || shown[shown.length - 1][1] < passage.text.length) node.append(" …");
  if (cut)
    node.append(
      " ",
      el(
        "button",
        { type: "button", class: "quiet", on: { click: () => node.replaceWith(passageNode(passage, claims, true)) } },
        "whole paragraph",
      ),
    );
  return node;
}

function reportHead(id, about) {
  const report = data.reports[id];
  return el(
    "header",
    {},
    el("b", {}, foreign(report.outlet)),
    el("span", {}, report.published === "day not known" ? "no date given" : report.published),
    report.title && el("span", {}, foreign(report.title)),
    about && about.principal && el("span", { class: "tag" }, "what this report is about"),
    about &&
      about.reprint_of &&
      el(
        "span",
        { class: "tag no" },
        "repeats the wording of ",
        foreign((data.reports[about.reprint_of] || {}).outlet || about.reprint_of),
      ),
    report.url && el("a", { href: report.url, rel: "noopener noreferrer", target: "_blank" }, "original"),
  );
}

const KNOWING = {
  saw: "saw it",
  heard: "heard it",
  "was told": "was told",
  counted: "counted",
  estimated: "estimates",
};

function saying(claim, on) {
  const who = (names) => names.map((name, n) => [n ? ", " : "", foreign(name)]);
  return el(
    "p",
    { class: "saying", on },
    el("b", {}, data.kinds[claim.type].name),
    claim.actor.length > 0 && [" by ", who(claim.actor)],
    claim.target.length > 0 && [" against ", who(claim.target)],
    claim.weapon && [" with ", foreign(claim.weapon)],
    " ",
    el("span", { class: "tag", title: data.certainties[claim.certainty] }, claim.certainty.replace("_", " or ")),
    claim.negated && [" ", el("span", { class: "tag no" }, "says it did not happen")],
    claim.background && [" ", el("span", { class: "tag" }, "recalled, not news")],
    el(
      "span",
      { class: "soft" },
      claim.when && [" · ", claim.when],
      claim.where && [" · ", foreign(claim.where)],
      claim.figures.map((figure) => [" · ", foreign(figure.words)]),
    ),
  );
}

// One account: a report, each passage of it that tells of the event, what was read there and through whom it came.
function account(id, claims, about) {
  const passages = new Map();
  for (const told of claims) {
    const number = data.claims[told.id].passage;
    if (!passages.has(number)) passages.set(number, []);
    passages.get(number).push(told.id);
  }
  const ordered = [...passages].sort((a, b) => data.passages[a[0]].at - data.passages[b[0]].at);
  return el(
    "section",
    { class: "account" },
    reportHead(id, about),
    ordered.map(([number, ids]) => {
      const node = passageNode(
        data.passages[number],
        ids.map((claim) => [claim, data.claims[claim]]),
      );
      const lit = (claim, on) =>
        node
          .querySelectorAll("mark")
          .forEach((mark) =>
            mark.classList.toggle(
              "lit",
              on && !mark.classList.contains("evidence") && mark.dataset.claims.split(" ").includes(claim),
            ),
          );
      const byChain = new Map();
      for (const claim of ids) {
        const chain = JSON.stringify(data.claims[claim].chain);
        if (!byChain.has(chain)) byChain.set(chain, []);
        byChain.get(chain).push(claim);
      }
      return [
        node,
        el(
          "ul",
          { class: "claims" },
          [...byChain.values()].map((alike) =>
            el(
              "li",
              {},
              alike.map((claim) =>
                saying(data.claims[claim], { mouseenter: () => lit(claim, true), mouseleave: () => lit(claim, false) }),
              ),
              chainNode(data.claims[alike[0]]),
            ),
          ),
        ),
      ];
    }),
  );
}

// "Where does this number come from?": every sentence behind a figure, in a window of its own.
function showSources(title, note, ids) {
  const byReport = new Map();
  for (const id of ids) {
    if (!data.claims[id]) continue;
    const report = data.claims[id].report;
    if (!byReport.has(report)) byReport.set(report, []);
    byReport.get(report).push({ id });
  }
  $("source-words").replaceChildren(
    el("h2", {}, title),
    el("p", { class: "soft" }, note),
    ...[...byReport].map(([report, claims]) => account(report, claims, null)),
  );
  $("source").showModal();
}

function showFigure(event, figure) {
  const told = figure.range ? `The best supported count; the accounts tell ${figure.range}.` : "";
  showSources(
    `${figure.best_words} ${figure.measure}`,
    `${data.measures[figure.measure]}, from ${counted(figure.claims.length, "claim")}. ${told}`,
    figure.claims,
  );
}
