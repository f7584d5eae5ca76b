// The walk of a request as two officers, a registrar and two heads would do it. MARCHLAND_PICTURES names a folder for
// screenshots; without it none are kept.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { startDemo } from "./demo.mjs";

const run = promisify(execFile);
const pictures = process.env.MARCHLAND_PICTURES;
const verifier = join(import.meta.dirname, "../../target/debug/marchland-verify");
const PATIENCE_MS = 40_000;

let demo;
let browser;
const outside = [];
const refusedByPolicy = [];

before(async () => {
  if (pictures) await mkdir(pictures, { recursive: true });
  demo = await startDemo(18_800);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A browser of its own for each person: nobody shares a session. */
async function signIn(url, user, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith(demo.asks) && !request.url().startsWith(demo.answers)) outside.push(request.url());
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refusedByPolicy.push(message.text());
  });
  await page.goto(`${url}/desk`);
  await page.fill("[name=user]", user);
  await page.fill("[name=password]", "marchland");
  await page.click("form[action='/sign-in'] button");
  await page.waitForURL(`${url}/desk`);
  return page;
}

async function picture(page, name) {
  if (!pictures) return;
  await page.locator("h1").first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]:not([type=hidden]):not([disabled])`).first();
    const kind = await field.evaluate((element) => `${element.tagName}:${element.type}`);
    if (kind.startsWith("SELECT")) await field.selectOption(value);
    else if (kind === "INPUT:radio" || kind === "INPUT:checkbox") await page.check(`[name="${name}"][value="${value}"]`);
    else await field.fill(value);
  }
}

/** Reloads until the page shows something: the exchange between the nodes takes its time. */
async function until(page, url, locator) {
  const began = Date.now();
  for (;;) {
    await page.goto(url);
    if ((await page.locator(locator).count()) > 0) return;
    assert.ok(Date.now() - began < PATIENCE_MS, `${url} did not show ${locator}`);
    await page.waitForTimeout(500);
  }
}

/** A case that is not one's own asks why before it shows anything. */
async function giveReason(page) {
  if ((await page.locator("form[action$='/reason']").count()) === 0) return false;
  await page.fill("[name=reason]", "On duty, the author is away");
  await page.click("form[action$='/reason'] button");
  return true;
}

test("a lawful request crosses the border and comes back", { timeout: 240_000 }, async (t) => {
  let number;
  const officer = await signIn(demo.asks, "talnikova");

  await t.test("the desk is calm when nothing waits", async () => {
    assert.match(await officer.textContent("main"), /Nothing needs you now/);
    await picture(officer, "desk-empty");
  });

  await t.test("the verdict changes from district to region", async () => {
    await officer.goto(`${demo.asks}/requests/new`);
    await fill(officer, { to: "KZ/region/north-kazakhstan", form: "operational-request", about: "vehicle" });
    await officer.locator("[data-law-slot] .verdict-refuse, [data-law-slot] .refuse").first().waitFor({ timeout: PATIENCE_MS });
    assert.match(await officer.textContent("[data-law-slot]"), /Not permitted/);
    await fill(officer, {
      plate: "T 418 KO 55",
      category: "other",
      time_place: "18 to 20 Nov 2026, North Kazakhstan",
      why_held: "Crossed at Karakoga, 18 Nov",
      offence: "theft of a motor vehicle",
      urgency: "normal",
      facts: "The car was reported stolen in Isilkul on 18 November. A camera at the crossing point recorded it leaving at 21:14 local time. We ask who kept or drove it until 20 November.",
      points: "Who kept the car?\nWho drove it until 20 November?",
      case_number: "1-26-52-00731",
      purpose: "investigation",
      handling: "H0",
      source_eval: "A",
      info_eval: "1",
    });
    await officer.locator("[data-law-slot] button[value=route]").waitFor();
    await picture(officer, "compose");
    await officer.click("[data-law-slot] button[value=route]");
    await officer.waitForLoadState();
    await officer.waitForFunction(() => /Permitted|permitted on/i.test(document.querySelector("[data-law-slot]").textContent) && !/Not permitted/.test(document.querySelector("[data-law-slot]").textContent));
    assert.equal(await officer.inputValue("[name=plate]"), "T 418 KO 55", "nothing typed is lost");
    await picture(officer, "compose-route");
  });

  await t.test("a missing field is said beside it and nothing is lost", async () => {
    await fill(officer, { case_number: "" });
    await officer.click("button[value=submit]");
    await officer.waitForLoadState();
    assert.match(await officer.title(), /^Error:/);
    assert.match(await officer.textContent(".govuk-error-summary"), /case number/i);
    assert.equal(await officer.inputValue("[name=time_place]"), "18 to 20 Nov 2026, North Kazakhstan");
    await picture(officer, "compose-error");
    await fill(officer, { case_number: "1-26-52-00731" });
    await officer.click("button[value=submit]");
    await officer.waitForURL(/\/requests\/OMS-/);
    number = officer.url().match(/OMS-\d+-\d+/)[0];
  });

  await t.test("the head approves and it is sealed and sent", async () => {
    const head = await signIn(demo.asks, "gromova");
    await head.goto(`${demo.asks}/approvals`);
    await picture(head, "approvals");
    await head.click(`a[href*='${number}']`);
    assert.match(await head.textContent("main"), /T 418 KO 55/);
    await picture(head, "approve");
    await head.click("button[value=approve]");
    await head.waitForLoadState();
    await head.context().close();
    await until(officer, `${demo.asks}/requests/${number}`, "text=Delivered");
    await picture(officer, "request-delivered");
  });

  await t.test("the other side registers, accepts, works and answers", async () => {
    const registrar = await signIn(demo.answers, "omarova");
    await until(registrar, `${demo.answers}/incoming`, "a:has-text('T 418 KO 55')");
    await picture(registrar, "incoming-kk");
    await registrar.click("a:has-text('T 418 KO 55')");
    await registrar.click("form[action$='/register'] button");
    await registrar.waitForLoadState();
    assert.match(await registrar.textContent("main"), /NKZ-2026-00001/);
    await picture(registrar, "received-kk");

    const detective = await signIn(demo.answers, "sartai");
    await detective.goto(`${demo.answers}/incoming/NKZ-2026-00001`);
    await giveReason(detective);
    await detective.check("[name=position][value=accept]");
    await detective.click("form[action$='/position'] button");
    await detective.waitForLoadState();
    await fill(detective, {
      answer_text: "Автокөлік 19 қарашада Петропавлда тоқтатылды. Жүргізуші анықталды.",
      point_1_result: "found",
      point_1_text: "The keeper is known.",
      point_2_result: "no-record",
      handling: "H0",
      source_eval: "A",
      info_eval: "1",
    });
    await picture(detective, "answer-kk");
    await detective.click("form[action$='/answer'] button[value=submit]");
    await detective.waitForLoadState();

    const head = await signIn(demo.answers, "bekova");
    await head.goto(`${demo.answers}/approvals`);
    await head.click("a:has-text('T 418 KO 55')");
    await giveReason(head);
    await picture(head, "answer-approve");
    await head.click("button[value=approve]");
    await head.waitForLoadState();
    for (const person of [registrar, detective, head]) await person.context().close();
  });

  await t.test("a node that is killed comes back with everything", async () => {
    await demo.kill("ru-oms");
    await demo.kill("kz-nkz");
    await officer.waitForTimeout(1500);
    const began = Date.now();
    for (;;) {
      const answer = await officer.goto(`${demo.asks}/requests/${number}`).catch(() => null);
      if (answer?.ok()) break;
      assert.ok(Date.now() - began < PATIENCE_MS, "the node did not come back");
      await officer.waitForTimeout(300);
    }
    await until(officer, `${demo.asks}/requests/${number}`, "form[action$='/read'] button");
  });

  await t.test("the answer is read, evaluated and closed", async () => {
    assert.doesNotMatch(await officer.textContent("main"), /Петропавлда тоқтатылды/, "an unread answer is not shown");
    await officer.click("form[action$='/read'] button");
    await officer.waitForLoadState();
    assert.match(await officer.textContent("main"), /Петропавлда тоқтатылды/);
    await picture(officer, "request");
    await fill(officer, { useful: "yes", in_time: "yes", score: "5" });
    await officer.click("form[action$='/evaluate'] button");
    await officer.waitForLoadState();
    await officer.click("form[action$='/close'] button");
    await officer.waitForLoadState();
    await picture(officer, "request-closed");
  });

  await t.test("the evidence is downloaded and proved offline", async () => {
    const link = officer.locator("a[href*='/evidence']").first();
    const [download] = await Promise.all([officer.waitForEvent("download"), link.click()]);
    assert.match(download.suggestedFilename(), /^OMS-.*\.mrl-evidence$/);
    const { stdout } = await run(verifier, [await download.path(), "--json"]);
    const report = JSON.parse(stdout);
    assert.equal(report.proved ?? report.ok, true, stdout);
  });

  await t.test("others are asked why before they read, and the auditor sees it", async () => {
    const other = await signIn(demo.asks, "veresov", { locale: "ru-RU" });
    await other.goto(`${demo.asks}/requests/${number}`);
    assert.doesNotMatch(await other.textContent("main"), /Isilkul on 18 November/);
    await picture(other, "reason-ru");
    assert.ok(await giveReason(other), "a reason is asked for");
    assert.match(await other.textContent("main"), /Isilkul on 18 November/);
    await picture(other, "request-ru");
    const auditor = await signIn(demo.asks, "shuvalova");
    await auditor.goto(`${demo.asks}/audit`);
    assert.match(await auditor.textContent("main"), /On duty, the author is away/);
    await picture(auditor, "audit");
    await auditor.goto(`${demo.asks}/requests/${number}`);
    assert.match(await auditor.textContent("main"), /not found|nothing/i, "an auditor does not read cases");
    for (const person of [other, auditor]) await person.context().close();
  });

  await t.test("a guard scans a document and the keyboard does the rest", async () => {
    const writer = await signIn(demo.asks, "veresov");
    await writer.goto(`${demo.asks}/alerts/new`);
    await fill(writer, {
      to: "KZ/region/north-kazakhstan", search_purpose: "trial", action: "detain-and-inform",
      opened_by: "Decision of 9 November 2026, no. 231", case_number: "1-26-52-00819", names: "Садыров; Тимур; Ерланович",
      born: "1986-04-12", birth_place: "Булаево", documents: "N04409915",
      valid_until: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
    });
    await writer.click("button[value=submit]");
    const alert = new URL(writer.url()).pathname;
    const head = await signIn(demo.asks, "gromova");
    await head.goto(`${demo.asks}${alert}`);
    if (await head.locator("[name=reason]").count()) await giveReason(head);
    await head.click("form[action$='/approve'] button");
    assert.match(await head.textContent("main"), /in force/);
    await picture(head, "alert");

    const guard = await signIn(demo.answers, "dosov");
    const zone = ["P<KAZSADYROV<<TIMUR<<<<<<<<<<<<<<<<<<<<<<<<<", "N044172030KAZ8604127M3101012<<<<<<<<<<<<<<04"];
    const began = Date.now();
    do {
      await guard.goto(`${demo.answers}/crossing`);
      await guard.keyboard.press("F2");
      await guard.keyboard.type(zone[0]);
      await guard.keyboard.press("Enter");
      await guard.keyboard.type(zone[1]);
      // The scanner's last Enter sends the form.
      await Promise.all([guard.waitForURL(/\/crossing\/./), guard.keyboard.press("Enter")]);
    } while (!/Hit|Сәйкестік/.test(await guard.textContent("main h2")) && Date.now() - began < PATIENCE_MS);
    assert.ok(await guard.locator(".check.hit").count(), "the alert is met");
    await picture(guard, "crossing");
    await guard.keyboard.press("F10");
    assert.equal(await guard.evaluate(() => document.activeElement.name), "why", "F10 opens the release and sends nothing");
    await guard.keyboard.press("F9");
    assert.equal(await guard.evaluate(() => document.activeElement.name), "outcome", "F9 opens the first look and sends nothing");
    await guard.keyboard.press("Space");
    await guard.check("[name=compared][value=photograph]");
    await guard.click("form[action$='/hit'] button");
    const lead = await signIn(demo.answers, "seitova");
    assert.ok(await lead.locator("a[href^='/alerts/']").count(), "the second look is on the lead's desk");
    for (const person of [writer, head, guard, lead]) await person.context().close();
  });

  await t.test("it works without script and at other sizes", async () => {
    const plain = await signIn(demo.asks, "talnikova", { javaScriptEnabled: false, viewport: { width: 820, height: 1180 }, colorScheme: "dark" });
    await plain.goto(`${demo.asks}/requests/new`);
    await fill(plain, { to: "KZ/region/north-kazakhstan", form: "operational-request" });
    await plain.click("button[value=ask]");
    assert.match(await plain.textContent("main"), /Not permitted/);
    await picture(plain, "compose-tablet-dark");
    await plain.context().close();
  });

  await t.test("no request left the machine and no policy was broken", () => {
    assert.deepEqual(outside, []);
    assert.deepEqual(refusedByPolicy, []);
  });
});
