// Moves the town clocks and the time left once a minute. Nothing is announced: the page says it in words.
const MINUTE_MS = 60_000;
const SOON_MIN = 240;
const URGENT_MIN = 120;
const SOON_SHARE = 0.2;

export function startClocks(page) {
  const tick = () => {
    const now = Date.now();
    for (const time of page.querySelectorAll("time[data-zone]")) moveTown(time, now);
    for (const clock of page.querySelectorAll(".clock[data-due]")) moveClock(clock, now, page.documentElement.dataset);
  };
  // The server's words stand until the first full minute, so nothing moves while the page is being read.
  setTimeout(() => {
    tick();
    setInterval(tick, MINUTE_MS);
  }, MINUTE_MS - (Date.now() % MINUTE_MS));
}

function moveTown(time, now) {
  const zone = time.dataset.zone;
  try {
    const parts = { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone };
    time.textContent = new Intl.DateTimeFormat("en-GB", parts).format(now);
  } catch {
    // A zone this browser does not know keeps the server's time.
    time.removeAttribute("data-zone");
  }
}

function moveClock(clock, now, words) {
  const left = Math.floor((Number(clock.dataset.due) - now) / MINUTE_MS);
  const length = Number(clock.dataset.length) || 0;
  const label = clock.querySelector(".clock-left");
  const bar = clock.querySelector(".left");
  label.textContent = left < 0 ? words.late.replace("{span}", span(-left, words.units)) : span(left, words.units);
  if (bar && length > 0) bar.setAttribute("width", String(left < 0 ? 100 : Math.min(100, (left * 100) / length)));
  clock.classList.remove("running", "soon", "urgent", "late");
  clock.classList.add(tone(left, length));
}

function tone(left, length) {
  if (left < 0) return "late";
  if (left < URGENT_MIN) return "urgent";
  return left < SOON_MIN || left < length * SOON_SHARE ? "soon" : "running";
}

export function span(minutes, units) {
  const [min, h, d] = units.split("|");
  const hours = Math.floor(minutes / 60);
  if (minutes < 60) return `${minutes} ${min}`;
  if (minutes < 2880) return minutes % 60 ? `${hours} ${h} ${minutes % 60} ${min}` : `${hours} ${h}`;
  return hours % 24 ? `${Math.floor(hours / 24)} ${d} ${hours % 24} ${h}` : `${hours / 24} ${d}`;
}
