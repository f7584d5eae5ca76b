// Keys by their place on the keyboard, so Russian and Kazakh layouts work unchanged. Single letters act only
// outside fields and only while switched on (WCAG 2.1.4); combinations always.
const SEQUENCE_MS = 1_500;

export function startKeys(page) {
  let goUntil = 0;
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const inField = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.code === "Escape" && inField) return inField.blur();
    // Function keys write nothing, so they act inside fields too: a guard never leaves the scan field.
    if (/^F\d+$/.test(event.code) && !event.ctrlKey && !event.altKey) {
      return act(event, page.querySelector(`[data-key="${event.code}"]`));
    }
    const combined = (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "");
    if (!combined && (inField || !("keys" in page.documentElement.dataset))) return;
    const name = combined + (event.shiftKey ? "Shift+" : "") + event.code.replace("Numpad", "");
    if (!combined && event.timeStamp < goUntil) {
      goUntil = 0;
      return act(event, page.querySelector(`[data-go="${CSS.escape(name)}"]`));
    }
    if (name === "KeyG") {
      goUntil = event.timeStamp + SEQUENCE_MS;
    } else if (name === "KeyJ" || name === "KeyK") {
      moveRow(page, name === "KeyJ" ? 1 : -1);
    } else {
      act(event, page.querySelector(`[data-key="${CSS.escape(name)}"]`));
    }
  });
}

function act(event, element) {
  if (!element) return;
  event.preventDefault();
  if (element.matches("input, textarea, select")) return element.focus();
  element.click();
  // A form behind a summary begins with its first field; nothing is sent by a key alone.
  if (element.matches("summary")) element.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

/** The focus itself moves, so Enter opens the row and a screen reader follows. */
function moveRow(page, step) {
  const links = [...page.querySelectorAll("[data-rows] tbody tr td a:first-of-type")].filter((a) => !a.matches('[role="button"]'));
  if (!links.length) return;
  const at = links.indexOf(page.activeElement);
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))];
  page.querySelector(".is-focus")?.classList.remove("is-focus");
  next.closest("tr").classList.add("is-focus");
  next.focus();
}
