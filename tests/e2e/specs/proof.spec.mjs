// Nothing leaves the browser: what is asked for during the whole main job, and what becomes of planted leaks.
import assert from "node:assert/strict";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { REPLACEABLE } from "../../../scripts/replaceable.mjs";
import { area } from "../harness/catalogue.mjs";
import { distFiles } from "../harness/dist.mjs";
import { saveAsDownloads } from "../harness/files.mjs";
import { FRAME_WAYS, INLINE_WAYS, PAGE_WAYS, PLANTED, WORKER_WAYS, keepViolations, planted, planting, world } from "../harness/leaks.mjs";
import { until } from "../harness/until.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { FilesPage } from "../pages/files.mjs";
import { HomePage } from "../pages/home.mjs";
import { ReportPage } from "../pages/report.mjs";
import { SurveyAreaPage } from "../pages/survey-area.mjs";

// What the first page needs: the page, its styles and fonts, its module with the script for it, icons, what
// the host says of itself, and what prepares working without a network.
const START = /^(index\.html|favicon\.svg|config\.json|hosting\.js|offline\.js|manifest\.webmanifest|icons\/[\w-]+\.png|main-\w+\.css|fonts\/[\w-]+\.woff2|kommunebenchmark-\w+\.js|kommunebenchmark-\w+_bg\.wasm)$/;

/** Complaints that are what a test is about: those that name a planted address or the way it was refused. */
const EXPECTED = [
  new RegExp(PLANTED),
  /^policy violated: (style-src-elem|style-src-attr|script-src-elem|script-src-attr|script-src) refused (inline|eval|data)$/,
  /^console error: Framing 'http:\/\/127\.0\.0\.1:\d+\/' violates/,
  /^console error: (policy violated|Executing inline|Applying inline|Evaluating a string|Refused to|Loading the script 'data:)/,
];

async function requestsOfTheMainJob(given) {
  const { page, context, url, root } = given;
  const requests = [];
  context.on("request", (request) => requests.push(request));
  page.on("websocket", (socket) => assert.fail(`a socket to ${socket.url()}`));
  await saveAsDownloads(context);
  const files = new Set([...(await distFiles(root)), ...REPLACEABLE]);

  const home = new HomePage(page, url);
  await home.open();
  await page.waitForLoadState("networkidle");
  for (const path of requests.filter((one) => !one.serviceWorker()).map((one) => pathOf(one, url))) {
    assert.match(path, START, "before the first use nothing else is asked for");
  }
  await doTheMainJob(given, home);

  assert.ok(requests.length > 20, "the job asks for its data");
  for (const request of requests.filter((one) => !/^(blob|data):/.test(one.url()))) {
    assert.equal(request.method(), "GET", request.url());
    assert.equal(request.postData(), null, request.url());
    const path = pathOf(request, url);
    assert.ok(files.has(path), `${path} is a file of the app`);
  }
}

/** The file that a request asks for, without allowing for anything after its name. */
function pathOf(request, url) {
  assert.ok(request.url().startsWith(url), `${request.url()} lies under ${url}`);
  return decodeURIComponent(request.url().slice(url.length)) || "index.html";
}

async function doTheMainJob({ page, url, root }, home) {
  const survey = new SurveyAreaPage(page, url);
  await survey.openArea("E09");
  for (const { title } of (await area(root, "E09")).activities) await survey.answer(title, "Central", "Fuldt", "Delvist");
  await survey.isSaved();
  await home.open("#/");
  await home.openExample();
  await home.goTo("Sammenligning");
  const comparison = new ComparisonPage(page, url);
  await comparison.chartIsDrawn("Økonomi og regnskab", "Budgetlægning", 11);
  await comparison.chartIsDrawn("Løn og personale", "Rekruttering", 18);
  await home.goTo("Metode");
  await home.goTo("Forslag");
  const report = new ReportPage(page, url);
  await report.open("#/rapport");
  await report.isMade();
  await report.turnTo("Udskrift");
  assert.ok((await page.pdf()).length > 10_000, "the report is printed");
  assert.ok((await report.saved("Gem som Word-dokument")).buffer.length > 10_000, "the report is saved");
  const exchange = new FilesPage(page, url);
  await exchange.openFiles();
  assert.ok((await exchange.save()).buffer.length > 1000, "the survey is saved");
}

async function plantedInHosted(given) {
  await plantEverywhere(given, given.url);
}

async function plantedInSingleFile(given) {
  const path = join(given.root, "kommunebenchmark.html");
  await access(path).catch(() => assert.fail("there is no single-file edition: node scripts/single-file.mjs makes it"));
  await plantEverywhere(given, pathToFileURL(path).href);
}

async function plantEverywhere({ page, context, cleanUp }, url) {
  const outside = await world(cleanUp);
  await context.addInitScript(keepViolations);
  await openWithWorker(page, url);
  for (const [way, text] of Object.entries(PAGE_WAYS)) {
    const address = outside.address(way);
    await page.evaluate(planting(text, address));
    const told = way in FRAME_WAYS ? `${FRAME_WAYS[way]} ${new URL(address).origin}` : ` ${asAsked(way, address)}`;
    await isRefused(page, way, (violation) => violation.endsWith(told));
  }
  for (const [way, [directive, text]] of Object.entries(INLINE_WAYS)) {
    await page.evaluate("void (window.violationsSeenByTest = [])");
    await page.evaluate(planting(text, outside.address(way)));
    await isRefused(page, way, (violation) => violation.startsWith(`${directive} `));
  }
  await plantInWorkers(page, outside);
  assert.deepEqual(outside.hits, [], "nothing has reached the other server");
}

function asAsked(way, address) {
  return way === "WebSocket" ? address.replace(/^http/, "ws") : address;
}

async function isRefused(page, way, isMeant) {
  const seen = () => page.evaluate("window.violationsSeenByTest ?? []");
  await until(`the policy refuses: ${way}`, async () => assert.ok((await seen()).some(isMeant), (await seen()).slice(-5).join("; ")), 5_000);
}

/** The app with its worker for documents and its charts at work. */
async function openWithWorker(page, url) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  await home.goTo("Sammenligning");
  await new ComparisonPage(page, url).chartIsDrawn("Økonomi og regnskab", "Budgetlægning", 11);
}

async function plantInWorkers(page, outside) {
  assert.equal(page.workers().length, 1, "the worker for documents runs");
  const [worker] = page.workers();
  await worker.evaluate(`{
    self.violationsSeenByTest = [];
    self.addEventListener("securitypolicyviolation", (event) => self.violationsSeenByTest.push(event.blockedURI));
  }`);
  for (const [way, text] of Object.entries(WORKER_WAYS)) {
    const address = outside.address(`worker ${way}`);
    const result = await worker.evaluate(planted(text, address));
    assert.notEqual(result, "got through", `the worker inherits the page's policy: ${way}`);
    await until(`the policy refuses in the worker: ${way}`, async () => {
      const seen = await worker.evaluate("self.violationsSeenByTest");
      assert.ok(seen.includes(asAsked(way, address)), seen.slice(-5).join("; "));
    }, 5_000);
  }
}

/**
 * No policy of today's browsers closes these, so nothing that is shipped may hold them: shipped.spec.mjs
 * looks for that, and the policy lets no other script run. The start of the page closes some.
 *
 * - Going elsewhere, also in a new window: the directive "navigate-to" was given up before it came. The start
 *   stops it where the browser has the navigation API, but not a link that opens a window.
 * - WebRTC: Chromium does not know the directive "webrtc", and complains of it. The start takes it away.
 * - A connection made ahead (preconnect, dns-prefetch): no request goes with it, but a server can see that
 *   somebody is there, and a name server which name was asked for. Not every browser makes one.
 */
async function exceptions({ page, context, url, cleanUp }) {
  const outside = await world(cleanUp);
  const home = new HomePage(page, url);
  await home.open();

  for (const rel of ["preconnect", "dns-prefetch"]) {
    const ahead = `const link = document.createElement("link"); link.rel = "${rel}"; link.href = address; document.head.append(link)`;
    await page.evaluate(planting(ahead, outside.address(rel)));
  }
  const taken = await page.evaluate(() => {
    Reflect.deleteProperty(window, "open");
    Reflect.set(window, "RTCPeerConnection", class {});
    return ["open", "RTCPeerConnection", "webkitRTCPeerConnection"].map((name) => typeof window[name]);
  });
  assert.deepEqual(taken, ["undefined", "undefined", "undefined"], "the start has taken it away for good");

  for (const [way, text] of Object.entries(GOING_ELSEWHERE)) {
    await page.evaluate(planting(text, outside.address(way)));
  }
  const link = `const link = document.createElement("a"); link.href = address; link.target = "_blank"; document.body.append(link); link.click()`;
  const [opened] = await Promise.all([context.waitForEvent("page"), page.evaluate(planting(link, outside.address("window")))]);
  await opened.waitForLoadState();
  await opened.close();
  assert.ok(page.url().startsWith(url), `the page is still there: ${page.url()}`);
  const asked = outside.hits.filter((hit) => hit.includes(PLANTED));
  assert.deepEqual(asked, [`GET /${PLANTED}/window`]);

  // What the user clicks on is another matter.
  await page.evaluate(planting(`document.body.append(Object.assign(document.createElement("a"), { href: address, textContent: "Elsewhere" }))`, outside.address("clicked")));
  await page.getByRole("link", { name: "Elsewhere" }).click();
  await page.waitForURL(/clicked/);
}

/** Each would leave the page for another address. */
const GOING_ELSEWHERE = {
  "address": "location.href = address",
  "address by reflection": `Reflect.set(location, "href", address)`,
  "replacing": "location.replace(address)",
  "the navigation API": "for (const promise of Object.values(navigation.navigate(address))) promise.catch(() => {})",
  "a link": `document.body.append(Object.assign(document.createElement("a"), { href: address, id: "leaving" })); document.getElementById("leaving").click()`,
  "refreshing": `const meta = document.createElement("meta"); meta.httpEquiv = "refresh"; meta.content = "0;url=" + address; document.head.append(meta)`,
  "own server with an answer": `location.href = location.pathname + "?svar=1"`,
};

export const tests = [
  { name: "every request of the main job is a GET of the app's own files", run: requestsOfTheMainJob },
  { name: "a planted leak is refused and reported: hosted", run: plantedInHosted, expected: EXPECTED },
  { name: "a planted leak is refused and reported: the single file from the disk", run: plantedInSingleFile, fromFile: true, expected: EXPECTED },
  { name: "what no policy refuses is known, and closed as far as a page can", run: exceptions, expected: [new RegExp(PLANTED), /favicon\.ico/] },
];
