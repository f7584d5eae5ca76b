// "May I?" while typing: after a pause the form is sent, the panel replaced, one sentence said. And the
// draft is saved as typed. The server's answers are ours; they carry no script and the page's policy allows none.
const PAUSE_MS = 600;
const AUTOSAVE_MS = 8_000;

export function startLaw(page) {
  const form = page.querySelector("form[data-compose]");
  if (!form) return;
  let asking = 0;
  let saving = 0;
  let round = 0;
  form.addEventListener("input", () => {
    clearTimeout(asking);
    clearTimeout(saving);
    asking = setTimeout(() => ask(form, ++round, () => round), PAUSE_MS);
    if ("autosave" in form.dataset) saving = setTimeout(() => save(form), AUTOSAVE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(asking);
    clearTimeout(saving);
  });
}

async function ask(form, mine, newest) {
  const slot = form.querySelector("[data-law-slot]");
  const answer = await post("/requests/new/decision", form);
  // A later question has been asked meanwhile: its answer counts.
  if (!answer || mine !== newest()) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-law]");
  if (!fresh || mine !== newest()) return;
  const focused = slot.contains(document.activeElement) ? document.activeElement.id : "";
  const before = slot.querySelector("[data-law-says]")?.textContent;
  slot.replaceChildren(document.adoptNode(fresh));
  if (focused) document.getElementById(focused)?.focus();
  const now = slot.querySelector("[data-law-says]")?.textContent;
  const live = form.querySelector("[data-law-live]");
  if (now && now !== before) live.textContent = live.dataset.now.replace("{verdict}", now);
}

async function save(form) {
  const answer = await post(form.getAttribute("action"), form, ["do", "save"]);
  if (!answer) return;
  const draft = new URL(answer.url).searchParams.get("draft");
  if (draft) form.elements.namedItem("draft").value = draft;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // The next save names the version this one made; another tab's save in between is then refused, not overwritten.
  const version = page.querySelector("[name=version]")?.value;
  if (version) form.elements.namedItem("version").value = version;
  const said = page.querySelector("[data-saved]")?.textContent;
  if (said) form.querySelector("[data-saved]").textContent = said;
}

/** Lost networks and refusals are silent here: the buttons say it when they are pressed. */
async function post(address, form, extra) {
  const body = new URLSearchParams(new FormData(form));
  if (extra) body.set(...extra);
  try {
    const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    return answer.ok ? answer : null;
  } catch {
    return null;
  }
}
