// A scanner types the lines of a zone and ends with Enter: the last line sends the form, so the guard touches nothing.
// A file of lines is read into the field of the bus list; without script the field takes pasted lines.
const ZONE_LINE = /^[A-Z0-9<]{30,90}$/;

export function startCrossing(page) {
  page.querySelector("[data-scan]")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    const lines = event.target.value.trim().split("\n").map((line) => line.trim());
    if (!lines[0]) return event.preventDefault();
    const zone = lines.every((line) => ZONE_LINE.test(line));
    const wanted = !zone || lines[0].length > 44 ? 1 : lines[0].length === 30 ? 3 : 2;
    if (lines.length < wanted) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
  const box = page.querySelector("[data-file-for]");
  if (box) {
    box.hidden = false;
    box.querySelector("input").addEventListener("change", async (event) => {
      const file = event.target.files[0];
      if (file) page.getElementById(box.dataset.fileFor).value = await file.text();
    });
  }
  for (const button of page.querySelectorAll("[data-busy]")) {
    button.form.addEventListener("submit", () => {
      button.setAttribute("aria-disabled", "true");
      button.textContent = button.dataset.busy;
    });
  }
}
