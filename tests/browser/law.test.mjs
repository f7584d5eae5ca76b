// The law as a whole in a browser: the gap map by keyboard and without script, its look-alikes at other sizes, and no fault
// that axe finds. MARCHLAND_PICTURES names a folder for screenshots.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { startDemo } from "./demo.mjs";

const pictures = process.env.MARCHLAND_PICTURES;
const PAGES = [
  "/framework?on=2026-11-23",
  "/framework?on=2026-11-23&reform=draft-district-bodies&cell=operational-request.KZ.district",
  "/framework?on=2026-11-23&view=list",
  "/framework/gaps?pair=RU-KZ&on=2019-06-01",
  "/framework/timeline?pair=RU-KZ&on=2026-11-23",
  "/framework/what-if?pair=RU-KZ&reform=draft-district-bodies&on=2026-11-23",
  "/framework/ask?form=operational-request&from=RU.district&to=KZ.district&on=2026-11-23",
  "/instruments/compare?left=RU-KZ&right=CH-FR&on=2026-11-23",
  "/instruments/cis-chisinau-convention-2002",
  "/instruments/ru-kz-mvd-border-1998",
];

let demo;
let browser;
let axe;
const refusedByPolicy = [];

before(async () => {
  if (pictures) await mkdir(pictures, { recursive: true });
  axe = await readFile(join(import.meta.dirname, "node_modules/axe-core/axe.min.js"), "utf8");
  demo = await startDemo(18_820);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function signIn(options = {}) {
  // axe itself is put into the page by the test; the policy of the page is tried without it.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refusedByPolicy.push(message.text());
  });
  await page.goto(`${demo.asks}/desk`);
  await page.fill("[name=user]", "talnikova");
  await page.fill("[name=password]", "marchland");
  await page.click("form[action='/sign-in'] button");
  await page.waitForURL(`${demo.asks}/desk`);
  return page;
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Nothing sticks out of the page sideways. */
async function fits(page, where) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${where} scrolls sideways: ${wide} of ${room}`);
}

test("the law as a whole", { timeout: 240_000 }, async (t) => {
  await t.test("the gap map is walked by keyboard", async () => {
    const page = await signIn();
    await page.goto(`${demo.asks}/framework?on=2026-11-23`);
    const at = () => page.evaluate(() => document.activeElement.getAttribute("href") ?? "");
    await page.locator("[data-map] a[tabindex='0']").focus();
    assert.match(await at(), /cell=operational-request\.KZ\.central/);
    assert.equal(await page.locator("[data-map] a[tabindex='0']").count(), 1, "one stop for Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.match(await at(), /operational-request\.KZ\.district/);
    await page.keyboard.press("ArrowDown");
    assert.match(await at(), /information-sharing\.KZ\.district/);
    await page.keyboard.press("End");
    assert.match(await at(), /information-sharing\.[A-Z-]+\.district/);
    await page.keyboard.press("Home");
    assert.match(await at(), /information-sharing\.KZ\.central/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.locator("[data-cell-panel]").waitFor();
    assert.match(await page.textContent("[data-cell-panel]"), /Operational request/);
    assert.match(page.url(), /cell=operational-request\.KZ\.central/, "the address is the state");
    assert.match(await at(), /operational-request\.KZ\.central/, "the focus stays on the map");
    await page.locator("[data-cell-panel] a").first().focus();
    await page.keyboard.press("Escape");
    assert.match(await at(), /operational-request\.KZ\.central/, "Esc goes back to the map");
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.searchParams.has("cell"));
    await page.context().close();
  });

  await t.test("without script the map is links, a date field and tick boxes", async () => {
    const page = await signIn({ javaScriptEnabled: false });
    await page.goto(`${demo.asks}/framework`);
    await page.fill("#field-on", "2026-11-23");
    await page.check("#reform-draft-district-bodies");
    await page.click("button[form=map-form]");
    assert.match(page.url(), /on=2026-11-23.*reform=draft-district-bodies/);
    assert.match(await page.textContent("main"), /changed by the drafts/);
    await page.click("[data-map] td.changed a");
    assert.match(await page.textContent("[data-cell-panel]"), /With the drafts/);
    await page.context().close();
  });

  await t.test("axe finds no fault on any law page, light and dark", async () => {
    for (const colorScheme of ["light", "dark"]) {
      const page = await signIn({ colorScheme, bypassCSP: true });
      for (const address of PAGES) {
        await page.goto(demo.asks + address);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
        const said = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" | ")}`);
        assert.deepEqual(said, [], `${address}, ${colorScheme}`);
        await picture(page, `${PAGES.indexOf(address)}-${colorScheme}`);
      }
      await page.context().close();
    }
  });

  await t.test("no page scrolls sideways on a tablet or at 400 %", async () => {
    for (const [width, height] of [[820, 1180], [360, 640]]) {
      const page = await signIn({ viewport: { width, height } });
      for (const address of PAGES) {
        await page.goto(demo.asks + address);
        await fits(page, `${address} at ${width} px`);
        await picture(page, `${PAGES.indexOf(address)}-${width}`);
      }
      await page.context().close();
    }
  });

  await t.test("no policy was broken", () => assert.deepEqual(refusedByPolicy, []));
});
