// "2 new, show": new rows wait behind a link; nothing moves under the hand.
export function startLive(page) {
  const waiting = page.querySelector("[data-new]");
  if (!waiting || !("live" in page.documentElement.dataset) || !("EventSource" in window)) return;
  let count = 0;
  const events = new EventSource("/events");
  events.addEventListener("new", (event) => {
    const link = waiting.querySelector("[data-new-text]");
    const told = Number(event.data);
    count += Number.isInteger(told) && told > 0 ? told : 1;
    link.textContent = link.dataset.newText.replace("{n}", String(count));
    waiting.hidden = false;
  });
  addEventListener("pagehide", () => events.close());
}
