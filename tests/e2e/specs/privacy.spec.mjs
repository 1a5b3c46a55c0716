// What the app says of itself, and the caution with comments: the pages of the footer, the self-check in both
// editions, the hint under a comment.
import assert from "node:assert/strict";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { area } from "../harness/catalogue.mjs";
import { fixture } from "../harness/files.mjs";
import { begin } from "../harness/first-visit.mjs";
import { isFocused } from "../harness/keyboard.mjs";
import { fillWithExample } from "../harness/states.mjs";
import { until } from "../harness/until.mjs";
import { AboutPage } from "../pages/about.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { ExchangePage } from "../pages/exchange.mjs";
import { HomePage } from "../pages/home.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

const FOREIGN = "https://example.org/kommunebenchmark-selvtest";
// The attempt, as the browser and the policy tell of it; no request may be seen, and nothing else is expected.
const ATTEMPT = [
  new RegExp(`^console error: policy violated: connect-src refused ${FOREIGN}$`),
  new RegExp(`^console error: .*'?${FOREIGN}'?.* violates the following Content Security Policy directive: "connect-src [^"]*"`),
  new RegExp(`^console error: Fetch API cannot load ${FOREIGN}\\. Refused to connect`),
];
const PAGES = [
  ["Privatliv", "Privatliv"],
  ["Før I går i gang", "Før I går i gang"],
  ["Om", "Om Kommunebenchmark"],
];

async function footerLeadsToThePages({ page, url }) {
  const about = new AboutPage(page, url);
  await about.open();
  for (const [link, heading] of PAGES) await about.goByFooter(link, heading);
  await about.main.getByText("MIT OR Apache-2.0").first().waitFor();
  await about.goByFooter("Privatliv");
  await about.main.getByRole("link", { name: "Afprøv det selv" }).click();
  const section = about.main.getByRole("heading", { level: 2, name: "Afprøv det selv" });
  await until("the contents lead to the section", async () => assert.ok(await isFocused(section)));
  await about.isAt("Privatliv");

  // Those who answer a part have a shorter menu and the same footer.
  const exchange = new ExchangePage(page, url);
  await exchange.openPart(await fixture("v1-part.kommunebenchmark.json"));
  await exchange.menu.getByRole("link", { name: "Kommune", exact: true }).waitFor({ state: "detached" });
  await about.goByFooter("Før I går i gang");
}

async function everythingStoredIsNamed({ page, url }) {
  await fillWithExample(page, url);
  const home = new HomePage(page, url);
  await home.goTo("Sammenligning");
  await new ComparisonPage(page, url).chartIsDrawn("Økonomi og regnskab", "Budgetlægning", 11);
  await home.leaveExample();
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.answer("Sager om bevillinger", "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  await survey.reload();
  const about = new AboutPage(page, url);
  await about.openPrivacy();
  const text = await about.main.innerText();
  const stored = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    keys: Object.keys(localStorage),
    others: [document.cookie, ...Object.keys(sessionStorage)].filter(Boolean),
  }));
  assert.ok(stored.databases.length > 0 && stored.keys.length > 2, JSON.stringify(stored));
  // The address of the copy is no name.
  const names = stored.keys.map((key) => key.replace(/^(kb\/(?:copy|title)\/).*/, "$1"));
  for (const name of [...stored.databases, ...names]) assert.ok(text.includes(name), `${name} is not named`);
  assert.deepEqual(stored.others, [], "no cookie, nothing in sessionStorage");
}

async function hostedChecksItself({ page, url, guards }) {
  const failures = [];
  page.on("requestfailed", (request) => failures.push([request.url(), request.failure().errorText]));
  const about = new AboutPage(page, url);
  await about.openPrivacy();
  assert.equal(guards.requests.filter((one) => one.startsWith(FOREIGN)).length, 0, "nothing is tried unasked");
  const { verdict, reason, loaded } = await about.checkItself();
  assert.equal(verdict, "Browseren afviste forsøget");
  assert.match(reason, /»connect-src«/);
  assert.ok(await isFocused(about.result), "the result is read aloud");
  assert.ok(loaded.some((one) => /^kommunebenchmark-\w+_bg\.wasm$/.test(one)), loaded.join(", "));
  assert.ok(loaded.every((one) => !one.includes("://")), loaded.join(", "));
  await about.main.getByText(`Siden har hentet ${loaded.length} filer fra sit eget sted`).waitFor();
  for (const [address, why] of failures) assert.deepEqual([address, why], [FOREIGN, "csp"], "it never left");

  // Once more: the old result goes, a new one comes.
  const again = await about.checkItself();
  assert.equal(again.verdict, verdict);
}

async function fileChecksItself({ page, root }) {
  const path = join(root, "kommunebenchmark.html");
  await access(path).catch(() => assert.fail("there is no single-file edition: node scripts/single-file.mjs makes it"));
  const about = new AboutPage(page, pathToFileURL(path).href);
  await about.openPrivacy();
  const { verdict, loaded } = await about.checkItself();
  assert.equal(verdict, "Browseren afviste forsøget");
  assert.deepEqual(loaded, []);
  await about.main.getByText("Siden har ikke hentet nogen filer").waitFor();
  await about.goByFooter("Om", "Om Kommunebenchmark");
  await about.main.getByText("én fil, der åbnes fra en disk").waitFor();
}

/** A page whose policy somebody has taken out, under one that only reports: the attempt gets through. */
async function changedPolicyIsTold(given) {
  const { host, guards, page, url } = await begin(given, { expected: [/example\.org/, /integrity/] });
  const html = await host.read("index.html");
  await host.write("index.html", html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
  host.headers["content-security-policy-report-only"] = "connect-src 'self'";
  await page.route(FOREIGN, (route) => route.fulfill({ body: "heard" }));
  const about = new AboutPage(page, url);
  await about.openPrivacy();
  const { verdict } = await about.checkItself();
  assert.equal(verdict, "Forsøget slap igennem");
  await about.main.getByText("Siden er ændret", { exact: true }).waitFor();
  guards.check();
}

async function commentsAreWatched({ page, url, root }) {
  const [first] = (await area(root, "E09")).activities;
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  await survey.openDetails(first.title);
  const comment = survey.comment(first.title);
  const hint = survey.table.getByRole("status").filter({ hasText: "Det ligner et CPR-nummer" });
  await comment.fill("Spørg medarbejderen (010190-1234)");
  await page.keyboard.press("Tab");
  await hint.getByText("de følger med, når filen gives videre").waitFor();
  await survey.isSaved();
  assert.equal(await comment.inputValue(), "Spørg medarbejderen (010190-1234)", "nothing is taken away");

  // It is there again when the row is opened another time.
  await survey.reload();
  await survey.openDetails(first.title);
  await hint.waitFor();

  await comment.fill("Sygefravær indberettes 2 gange om måneden");
  await page.keyboard.press("Tab");
  await hint.waitFor({ state: "detached" });
  await survey.isSaved();
  const others = survey.table.getByRole("status").filter({ hasText: "Det ligner" });
  assert.equal(await others.count(), 0);
}

export const tests = [
  { name: "the footer leads to the pages about the app, also for those who answer a part", run: footerLeadsToThePages },
  { name: "everything that is stored is named on the page", run: everythingStoredIsNamed },
  { name: "the self-check shows that the browser refuses a foreign address", run: hostedChecksItself, expected: ATTEMPT },
  { name: "the self-check shows it in the single file too, which loads nothing", run: fileChecksItself, fromFile: true, expected: ATTEMPT },
  { name: "the self-check tells a page whose policy was taken out", run: changedPolicyIsTold, ownBrowser: true },
  { name: "a comment that looks like personal data is told so, and stays", run: commentsAreWatched },
];
