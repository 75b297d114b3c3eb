// What a browser adds to the page where it runs scripts: the members are narrowed down, sorted and asked for as of a day,
// the trade is switched and read out, and the evidence of a statement opens beside it. Whatever it shows stands in the page
// already, made by the program; the words that it says are in the data with it.
"use strict";
document.addEventListener("DOMContentLoaded", async () => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  /** As many rows stand in a table at a time. */
  const MOST = 100;
  const ENTRY = /^#((claim|state|source|sentence|finding|figures)-.+)$/;

  /** Makes an element. */
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  };
  /** Fills a text in. */
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  /** What the page carries besides: rows of other days, other drawings; none where the browser cannot inflate it. */
  const inflated = async () => {
    const packed = document.getElementById("others").textContent;
    if (!packed) return null;
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new DOMParser().parseFromString(await new Response(stream).text(), "text/html");
  };
  const others = await inflated().catch(() => null);
  const templates = (number, of) => [...(others?.querySelectorAll(`template[data-${of}="${number}"]`) ?? [])];

  /** The entries that do not stand in the page at the moment, by their anchors. */
  const elsewhere = new Map();
  const find = (anchor) => document.getElementById(anchor) || elsewhere.get(anchor) || null;

  /** Folds a text as the program folded the texts that it is looked for in. */
  const accents = new RegExp(
    "(?![\\u0900-\\u109f\\u1700-\\u17ff\\u1900-\\u1aad\\u1b00-\\u1cff\\ua800-\\uabff\\u{11000}-\\u{11fff}])\\p{M}", "gu");
  const fold = (text) =>
    Array.from(text.trim(), (sign) => {
      if (sign < " ") return " ";
      return data.fold[sign] ?? sign.normalize("NFKD").replace(accents, "").toLowerCase();
    }).join("");

  /** Puts rows into a table, each the entry of what it is of, which links lead to, where it stands first. */
  const fill = (body, rows) => {
    for (const row of body.rows) {
      if (row.id) elsewhere.set(row.id, row);
      row.dataset.entry = row.dataset.entry || row.id;
      row.removeAttribute("id");
    }
    body.replaceChildren(...rows);
    for (const row of rows) {
      const anchor = row.dataset.entry;
      if (anchor && !document.getElementById(anchor)) row.id = anchor;
      if (anchor) elsewhere.set(anchor, elsewhere.get(anchor) || row);
    }
  };

  // The members.

  const members = (number, roster) => {
    const table = document.querySelector(`table[data-roster="${number}"]`);
    if (!table) return;
    const body = table.tBodies[0];
    const rows = [];
    for (const { content } of templates(number, "roster")) named(content);
    const further = templates(number, "roster").flatMap(({ content }) => [...content.querySelectorAll("tr")]);
    for (const row of [...body.rows, ...further]) rows[row.dataset.row] = row;
    const chosen = {};
    for (const facet of roster.facets) chosen[facet.key] = new Set(roster.asked.chosen[facet.key] || []);
    const asked = { ...roster.asked, chosen, most: MOST };
    const printed = () => asked.edition !== roster.corrected;

    const stands = (entry) => {
      if (!rows[entry]) return false;
      const days = roster.days[entry];
      if (printed() || !days) return printed() && !days;
      return days[0] <= asked.asOf && (days[1] === null || asked.asOf < days[1]);
    };
    const inYears = (year) => {
      const [from, until] = asked.since;
      if (year === null) return from === null && until === null;
      return (from === null || from <= year) && (until === null || year <= until);
    };
    /** All entries in their order, which only a click on a head changes; what is missing stands last, whichever way round. */
    const sorted = () => {
      const orders = [...asked.sort, ["state", false]].map(([key, descending]) => roster.orders[key][descending ? 1 : 0]);
      return [...roster.days.keys()].sort((one, other) => {
        for (const ranks of orders) {
          const [a, b] = [ranks[one] ?? Infinity, ranks[other] ?? Infinity];
          if (a !== b) return a < b ? -1 : 1;
        }
        return one - other;
      });
    };
    let order = sorted();

    /** The entries that are kept, in their order, and how many have each value. */
    const narrow = () => {
      const needle = fold(asked.search);
      const counts = roster.facets.map((facet) => facet.values.map(() => ({ matching: 0, all: 0 })));
      const narrows = roster.facets.map((facet) => chosen[facet.key].size > 0);
      const keeps = roster.facets.map((facet) => facet.values.map((value) => chosen[facet.key].has(value.value)));
      const kept = [];
      let total = 0;
      for (const entry of order) {
        if (!stands(entry)) continue;
        total += 1;
        const values = roster.values[entry];
        values.forEach((own, facet) => own.forEach((value) => (counts[facet][value].all += 1)));
        if (!roster.texts[entry].includes(needle) || !inYears(roster.years[entry])) continue;
        const failed = values.map((own, facet) => narrows[facet] && !own.some((value) => keeps[facet][value]));
        const fails = failed.filter(Boolean).length;
        // What one facet alone leaves out counts for that facet: it would be there without it.
        values.forEach((own, facet) => {
          if (fails === 0 || (fails === 1 && failed[facet])) own.forEach((value) => (counts[facet][value].matching += 1));
        });
        if (fails === 0) kept.push(entry);
      }
      return { kept, counts, total };
    };

    const search = make("input", { type: "search", placeholder: words.hint, autocomplete: "off", spellcheck: "false" });
    search.value = asked.search;
    const days = make("datalist", { id: `days-${number}` }, ...roster.changes.slice(-200).map((day) => make("option", { value: day })));
    const asOf = make("input", { type: "date", list: `days-${number}`, required: true });
    asOf.value = asked.asOf;
    const edition = make("select", {}, ...["corrected", "printed"].map((key) => {
      return make("option", { value: key, selected: asked.edition === key }, words[key]);
    }));
    const heard = make("p", { role: "status", class: "heard" });
    const summary = make("summary");
    const boxes = [];
    const facets = roster.facets.map((facet, place) => {
      const lines = facet.values.map((value, at) => {
        const box = make("input", { type: "checkbox" });
        const name = make("span");
        const line = make("label", { class: "box" }, box, name);
        box.addEventListener("change", () => {
          if (box.checked) chosen[facet.key].add(value.value);
          else chosen[facet.key].delete(value.value);
          show();
        });
        boxes.push({ facet, place, value, at, box, name, line });
        return line;
      });
      return make("fieldset", {}, make("legend", {}, facet.title), ...lines);
    });
    const clear = make("button", { type: "button", click: () => reset() }, words.clear);
    const more = make("button", { type: "button", class: "more", click: () => show(asked.most + 5 * MOST) });
    const reset = () => {
      asked.search = search.value = "";
      asked.since = [null, null];
      for (const values of Object.values(chosen)) values.clear();
      show();
    };
    const field = (text, control) => make("label", { class: "field" }, make("span", {}, text), control);
    const controls = make(
      "div", { class: "controls", role: "group", "aria-label": words.region },
      field(words.search, search), others && field(words.asOf, asOf), others && roster.hasPrinted ? field(words.edition, edition) : null,
      days, make("details", { class: "facets" }, summary, make("div", {}, ...facets)), clear, heard);
    const room = table.closest(".room");
    // How many there are is said, and kept, by the controls.
    if (room.previousElementSibling.className === "beside") room.previousElementSibling.hidden = true;
    room.before(controls);
    room.after(more);

    const heads = [...table.tHead.rows[0].cells].filter((head) => roster.orders[head.dataset.key]);
    for (const head of heads) {
      const sort = make("button", { type: "button", class: "sort" }, ...head.childNodes);
      sort.addEventListener("click", (event) => {
        const key = head.dataset.key;
        const at = asked.sort.findIndex(([other]) => other === key);
        if (at >= 0) asked.sort[at][1] = !asked.sort[at][1];
        if (at >= 0 && !event.shiftKey) asked.sort = [asked.sort[at]];
        if (at < 0) asked.sort = [...asked.sort.slice(0, event.shiftKey ? 1 : 0), [key, false]];
        order = sorted();
        show();
      });
      head.append(sort);
    }

    const map = document.querySelector(`figure[data-map="${number}"]`);
    const marks = [...(map?.querySelectorAll("g[data-of]") ?? [])];
    /** The map follows what is kept; it was drawn for one day and one list, and is away for others. */
    const mark = (kept) => {
      if (!map) return;
      map.hidden = printed() !== (roster.asked.edition !== roster.corrected) || (!printed() && asked.asOf !== roster.asked.asOf);
      const states = new Set(kept.map((entry) => roster.states[entry]));
      for (const one of marks) {
        const is = states.has(Number(one.dataset.of));
        if (is) one.removeAttribute("opacity");
        else one.setAttribute("opacity", one.querySelector("text") ? 0 : roster.dimmed);
      }
    };

    /** Shows what is kept. */
    const show = (most = MOST) => {
      const { kept, counts, total } = narrow();
      asked.most = most;
      mark(kept);
      fill(body, kept.slice(0, most).map((entry) => rows[entry]));
      more.hidden = kept.length <= most;
      more.textContent = say(words.more, { count: Math.min(kept.length - most, 5 * MOST) });
      const said = say(words.shown, { shown: kept.length, total });
      heard.textContent = kept.length === 0 && total > 0 ? `${said}. ${words.nothing}` : said;
      let filters = asked.search.trim() === "" ? 0 : 1;
      filters += asked.since.some((year) => year !== null) ? 1 : 0;
      for (const { facet, place, value, at, box, name, line } of boxes) {
        const is = chosen[facet.key].has(value.value);
        const { matching, all } = counts[place][at];
        name.textContent = say(words.value, { name: value.name, matching, all });
        box.checked = is;
        line.hidden = all === 0 && !is;
        filters += is ? 1 : 0;
      }
      summary.textContent = filters > 0 ? say(words.filtersOn, { count: filters }) : words.filters;
      clear.disabled = filters === 0;
      asOf.disabled = printed();
      for (const head of heads) {
        const by = asked.sort.find(([key]) => key === head.dataset.key);
        if (by) head.setAttribute("aria-sort", by[1] ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
    };
    search.addEventListener("input", () => { asked.search = search.value; show(); });
    asOf.addEventListener("input", () => { if (asOf.value) { asked.asOf = asOf.value; show(); } });
    edition.addEventListener("change", () => { asked.edition = edition.value; show(); });
    addEventListener("beforeprint", () => show(Infinity));
    addEventListener("afterprint", () => show());
    for (const row of rows) if (row && row.dataset.entry && !elsewhere.has(row.dataset.entry)) elsewhere.set(row.dataset.entry, row);
    show();
  };

  // The trade.

  /** A chart is read out at the pointer and by the arrow keys. */
  const readable = (figure) => {
    if (figure.querySelector(".read")) return;
    const svgs = [...figure.querySelectorAll("svg")].filter((svg) => data.charts.parts[svg.getAttribute("aria-labelledby")]);
    if (svgs.length === 0) return;
    const read = make("p", { class: "read", role: "status" }, words.read);
    figure.append(read);
    for (const svg of svgs) {
      const parts = data.charts.parts[svg.getAttribute("aria-labelledby")];
      const columns = parts.filter((part) => part[5]);
      if (columns.length === 0) continue;
      const light = document.createElementNS(svg.namespaceURI, "rect");
      light.setAttribute("class", "light");
      svg.append(light);
      svg.setAttribute("tabindex", "0");
      let at = -1;
      const point = (part) => {
        at = columns.indexOf(part);
        const [left, top, right, bottom, name] = part;
        for (const [key, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) {
          light.setAttribute(key, value);
        }
        read.textContent = data.charts.names[name];
      };
      const pointed = (event) => {
        const box = svg.getBoundingClientRect();
        const scale = svg.viewBox.baseVal.width / box.width;
        const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
        const hit = parts.findLast(([left, top, right, bottom]) => left <= x && x <= right && top <= y && y <= bottom);
        if (hit) point(hit);
      };
      svg.addEventListener("pointermove", pointed);
      svg.addEventListener("pointerdown", pointed);
      svg.addEventListener("keydown", (event) => {
        const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: columns.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        point(columns[Math.min(Math.max(to, 0), columns.length - 1)]);
      });
    }
  };

  const series = (number, { asked, views }) => {
    const figure = document.querySelector(`figure[data-series="${number}"]`);
    const said = document.querySelector(`p[data-said="${number}"]`);
    const table = document.querySelector(`table[data-series="${number}"]`);
    if (!figure || !said || !table) return;
    readable(figure);
    if (views.length < 2 || !others) return;
    const key = (measure, layer) => `${measure} ${layer}`;
    const made = new Map();
    made.set(key(asked.measure, asked.layer), {
      figure: [...figure.childNodes], said: [...said.childNodes], head: table.tHead, rows: [...table.tBodies[0].rows],
    });
    for (const template of templates(number, "series")) {
      const [drawn, text, tabled] = template.content.children;
      readable(drawn);
      named(tabled);
      made.set(key(template.dataset.measure, template.dataset.layer), {
        figure: [...drawn.childNodes], said: [...text.childNodes], head: tabled.tHead, rows: [...tabled.tBodies[0].rows],
      });
    }
    let { measure, layer } = asked;
    const groups = [];
    const show = () => {
      const view = made.get(key(measure, layer));
      figure.replaceChildren(...view.figure);
      said.replaceChildren(...view.said);
      table.tHead.replaceWith(view.head);
      fill(table.tBodies[0], view.rows);
      for (const update of groups) update();
    };
    /** Buttons of which one is pressed. */
    const group = (label, values, is, set) => {
      const buttons = [...values].map(([value, name]) => {
        const button = make("button", { type: "button", click: () => { set(value); show(); } }, name);
        groups.push(() => {
          button.setAttribute("aria-pressed", String(is(value)));
          button.disabled = !made.has(label === words.measure ? key(value, layer) : key(measure, value));
        });
        return button;
      });
      return make("div", { role: "group", "aria-label": label, class: "group" }, ...buttons);
    };
    const measures = new Map(views.map((view) => [view.measure, view.measureName]));
    const layers = new Map(views.map((view) => [view.layer, view.layerName]));
    const controls = make("div", { class: "controls" });
    controls.append(group(words.measure, measures, (value) => value === measure, (value) => (measure = value)));
    if (layers.size > 1) controls.append(group(words.layer, layers, (value) => value === layer, (value) => (layer = value)));
    figure.before(controls);
    for (const update of groups) update();
  };

  // The evidence beside the statements.

  const title = make("h2", { id: "panel-title", tabindex: "-1" });
  const close = make("button", { type: "button", class: "close", click: () => shut(true) }, words.close);
  const content = make("div");
  const panel = make("aside", { class: "panel", "aria-labelledby": "panel-title", hidden: true }, title, close, content);
  let opener = null;

  /** What an entry says, apart from where it stands. */
  const copy = (node) => {
    const copied = make("div", {});
    copied.append(...[...node.childNodes].map((child) => child.cloneNode(true)));
    for (const element of copied.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const details of copied.querySelectorAll("details")) details.open = true;
    return copied;
  };
  /** What an entry is called. */
  const nameOf = (entry) => {
    const head = entry.tagName === "TR" && entry.id.startsWith("figures-") ? entry.cells[0] : entry;
    const name = head.querySelector("strong") || head.querySelector(".name") || head;
    return name.textContent.trim();
  };
  /** The entries that cite one. */
  const citing = (anchor) => {
    const names = new Map();
    for (const link of document.querySelectorAll(`main a[href="#${CSS.escape(anchor)}"]`)) {
      const entry = link.closest("[id^=claim-],[id^=state-],[id^=finding-],[id^=figures-]");
      if (entry && entry.id !== anchor) names.set(entry.id, nameOf(entry));
    }
    return names;
  };
  const open = (anchor, from) => {
    const entry = find(anchor);
    if (!entry) return false;
    title.textContent = nameOf(entry) || words.panel;
    content.replaceChildren();
    if (entry.tagName === "TR") {
      const heads = entry.closest("table")?.tHead ?? null;
      [...entry.cells].forEach((cell, at) => {
        if (cell.textContent.trim() === title.textContent) return;
        const head = heads?.rows[0].cells[at]?.textContent ?? "";
        if (head) content.append(make("p", { class: "beside" }, head));
        content.append(copy(cell));
      });
    } else {
      const copied = copy(entry);
      const name = copied.querySelector(".name");
      if (name && name.textContent.trim() === title.textContent) name.remove();
      content.append(copied);
    }
    const names = citing(anchor);
    if (names.size > 0) {
      const links = [...names].map(([id, name]) => make("li", {}, make("a", { href: `#${id}` }, name)));
      content.append(make("h3", {}, words.cites), make("ul", {}, ...links));
    }
    if (entry.isConnected) {
      content.append(make("p", {}, make("a", { href: `#${anchor}`, class: "place" }, words.inPlace)));
    }
    if (panel.hidden) opener = from;
    panel.hidden = false;
    document.body.classList.add("with-panel");
    panel.scrollTop = 0;
    title.focus();
    return true;
  };
  /** Closes the panel, and gives the keyboard back to what opened it. */
  const shut = (back) => {
    if (panel.hidden) return;
    panel.hidden = true;
    document.body.classList.remove("with-panel");
    if (back && ENTRY.test(location.hash)) history.replaceState(null, "", "#");
    if (back) (opener?.isConnected ? opener : document.getElementById("content")).focus({ preventScroll: true });
    opener = null;
  };
  /** Makes the name of each entry a link to it, so that it opens and can be handed on. */
  const named = (within) => {
    for (const row of within.querySelectorAll("tr[id],tr[data-entry]")) {
      const anchor = row.id || row.dataset.entry;
      const name = anchor.startsWith("figures-") ? row.cells[0] : row.querySelector("strong") || row.cells[0];
      if (!ENTRY.test(`#${anchor}`) || name.closest("a") || name.querySelector("a")) continue;
      const link = make("a", { href: `#${anchor}`, class: "entry" });
      link.append(...name.childNodes);
      name.append(link);
    }
  };
  /** Opens what the address of the page names. */
  const follow = () => {
    const hash = ENTRY.exec(location.hash);
    if (!hash || !open(hash[1], document.activeElement)) shut(false);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const hash = ENTRY.exec(link.getAttribute("href"));
    if (!hash) return;
    event.preventDefault();
    if (link.classList.contains("place")) {
      const entry = find(hash[1]);
      shut(false);
      entry.scrollIntoView({ block: "center" });
      entry.setAttribute("tabindex", "-1");
      entry.focus({ preventScroll: true });
      return;
    }
    if (open(hash[1], link)) history.pushState(null, "", link.getAttribute("href"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) shut(true);
  });
  addEventListener("popstate", follow);

  named(document);
  for (const [number, roster] of Object.entries(data.rosters)) members(number, roster);
  for (const [number, one] of Object.entries(data.series)) series(number, one);
  document.querySelector("main").after(panel);
  if (ENTRY.test(location.hash)) follow();
});
