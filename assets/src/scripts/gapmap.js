// The gap map by keyboard: one stop for Tab, arrows, Home and End move, Enter opens a cell beside the map, Esc goes back.
// The date slider writes its day into the date field. Without script each cell is a link and the date a field.
// Never: holds a state that the address does not have.
const DAY_MS = 86_400_000;

export function startGapMap(page) {
  startSlider(page);
  const map = page.querySelector("[data-map]");
  if (!map) return;
  const rows = [...map.tBodies[0].rows].map((row) => [...row.querySelectorAll("a")]);
  let here = map.querySelector("[aria-current]") ?? rows[0]?.[0];
  const stop = (cell) => {
    for (const other of rows.flat()) other.tabIndex = -1;
    here = cell;
    here.tabIndex = 0;
  };
  if (here) stop(here);
  map.addEventListener("focusin", (event) => event.target.matches("a") && stop(event.target));
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = moved(rows, here, event.key);
    if (!next) return;
    event.preventDefault();
    stop(next);
    next.focus();
  });
  map.addEventListener("click", (event) => {
    const cell = event.target.closest("a");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(page, cell);
  });
  page.addEventListener("keydown", (event) => {
    const panel = page.querySelector("[data-cell-panel]");
    if (event.key !== "Escape" || !panel || event.defaultPrevented || event.target.closest?.("input, select")) return;
    event.preventDefault();
    if (panel.contains(page.activeElement)) here?.focus();
    else panel.querySelector("[data-map-close]").click();
  });
}

function moved(rows, here, key) {
  const row = rows.findIndex((cells) => cells.includes(here));
  const column = rows[row]?.indexOf(here) ?? -1;
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (step) return rows[row + step[0]]?.[column + step[1]];
  if (key === "Home") return rows[row]?.[0];
  if (key === "End") return rows[row]?.at(-1);
  return null;
}

/** The server's page for that cell has the panel; the map itself stays, and so does the focus. */
async function open(page, cell) {
  let fresh;
  try {
    const answer = await fetch(cell.href, { credentials: "same-origin" });
    fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return location.assign(cell.href);
  }
  const panel = fresh.querySelector("[data-cell-panel]");
  if (!panel) return location.assign(cell.href);
  const side = page.querySelector(".cols-map > :last-child");
  side.querySelector("[data-cell-panel]")?.remove();
  side.prepend(page.adoptNode(panel));
  for (const old of page.querySelectorAll("[data-map] [aria-current]")) old.removeAttribute("aria-current");
  cell.setAttribute("aria-current", "true");
  const form = page.querySelector("[data-map-form]");
  form.querySelector("[name=cell]")?.remove();
  const kept = fresh.querySelector("[data-map-form] [name=cell]");
  if (kept) form.prepend(page.adoptNode(kept));
  history.replaceState(null, "", cell.href);
  if (matchMedia("(max-width: 1179px)").matches) page.querySelector("#cell-title").focus();
}

function startSlider(page) {
  const slider = page.querySelector("[data-slider]");
  if (!slider) return;
  const day = page.querySelector("#field-on");
  const first = Date.parse(slider.dataset.first);
  slider.hidden = false;
  slider.addEventListener("input", () => (day.value = new Date(first + slider.value * DAY_MS).toISOString().slice(0, 10)));
  // By keyboard the day is chosen step by step and sent with the button; letting go of the thumb is meant at once.
  slider.addEventListener("pointerup", () => slider.form.requestSubmit());
}
