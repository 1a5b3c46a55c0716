// The administrative picture from end to end, and what each kind of dataset shows and does not show.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { area } from "../harness/catalogue.mjs";
import { anonymous, network } from "../harness/datasets.mjs";
import { survey } from "../harness/invented.mjs";
import { until } from "../harness/until.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { ExchangePage, file } from "../pages/exchange.mjs";
import { HomePage } from "../pages/home.mjs";
import { PicturePage } from "../pages/picture.mjs";
import { LEVEL, SurveyAreaPage } from "../pages/survey-area.mjs";

const FINANCE = /^Økonomi og regnskab/;
const OWN_AREAS = /^Økonomi og regnskab: af 11 områder/;
const BOOKKEEPING = "Bogføring, betaling og revision";

async function openExample({ page, url }) {
  const home = new HomePage(page, url);
  await home.open();
  await home.openExample();
  return new PicturePage(page, url);
}

/** A real municipality that has answered everything. */
async function openSurvey({ page, url, root }) {
  const own = await survey(root, { code: 573, name: "Varde", number: 9, E09: "central", contributes: false });
  const [round] = own.rounds;
  round.profile.economy_system = "prisme";
  round.profile.payroll_system = "sd_loen";
  const exchange = new ExchangePage(page, url);
  await exchange.openFile(file("varde.kommunebenchmark.json", own), "Åbn");
  return exchange;
}

async function compareWith(given, dataset) {
  const exchange = await openSurvey(given);
  await exchange.open("#/filer");
  await exchange.handIn(file("peers.json", dataset));
  await exchange.act("peers.json", "Sammenlign med dem");
  await exchange.said("Sammenligningstallene fra filen bruges nu under Sammenligning.");
  const picture = new PicturePage(given.page, given.url);
  await picture.goTo("Sammenligning");
  await picture.captionBecomes(FINANCE, /afvigelse/);
  return picture;
}

async function row(picture, table, head) {
  const { rows } = await picture.read(table);
  const found = rows.find((one) => one.head.startsWith(head));
  assert.ok(found, `no row »${head}« in ${rows.map((one) => one.head).join(" | ")}`);
  return found;
}

async function fromPictureToAnswerAndBack(given) {
  const { page, url, root } = given;
  const picture = await openExample(given);
  await picture.turnTo("Sammenligning");
  await picture.captionBecomes(FINANCE, /fra Alle \(n = 40\) Modeldata/);
  const column = async (name) => (await picture.read(/^Økonomi og regnskab: afvigelse/)).rows.map((one) => one.cells[name]);
  const before = { level: await column("Centraliseringsgrad"), process: await column("Digital proces") };
  const drawnBefore = await picture.traces(OWN_AREAS);

  await picture.choose(picture.organisation, "De 5 nærmeste");
  await picture.captionBecomes(FINANCE, /fra De 5 nærmeste i størrelse \(n = 5\); digitalisering: Alle \(n = 40\)/);
  await until("centralisation is compared with five now", async () => {
    assert.notDeepEqual(await column("Centraliseringsgrad"), before.level);
    assert.deepEqual(await column("Digital proces"), before.process);
  });

  const chart = picture.figure(OWN_AREAS);
  await chart.getByText("Sammenlignet med Modelkommuner, De 5 nærmeste i størrelse (n = 5); digitalisering: Alle (n = 40).").waitFor();
  await chart.getByText("Vis tallene som tabel").click();
  const numbers = await chart.getByRole("table").evaluate((table) => table.innerText);
  assert.match(numbers, /E04/);

  // From the figure to its answers.
  await picture.table(/^Økonomi og regnskab: afvigelse/).getByRole("row", { name: BOOKKEEPING }).getByRole("link").nth(1).click();
  await picture.isAt(BOOKKEEPING);
  await picture.isMade();
  const formula = await row(picture, /^Formler/, "Centraliseringsgrad: afvigelse");
  assert.match(formula.cells["Sådan er det regnet"], /^2,\d\d − \d,\d\d \(gennemsnit af De 5 nærmeste i størrelse, n = 5\)$/);
  await picture.main.getByRole("link", { name: "Ret svarene i skemaet" }).click();
  const form = new SurveyAreaPage(page, url);
  await form.isAt(BOOKKEEPING);
  const { activities } = await area(root, "E04");
  for (const { title } of activities.slice(0, 8)) await form.choice(title, LEVEL, "Institution").check();
  await form.isSaved();

  // The choice of the group is still there, and the mark has moved.
  await form.goTo("Sammenligning");
  await picture.captionBecomes(FINANCE, /De 5 nærmeste/);
  const drawnAfter = await picture.traces(OWN_AREAS);
  assert.notDeepEqual(drawnAfter, drawnBefore);
  const after = (await row(picture, /^Økonomi og regnskab: afvigelse/, BOOKKEEPING)).cells;
  assert.match(after.Centraliseringsgrad, /^−/);
  await page.reload();
  await picture.captionBecomes(FINANCE, /De 5 nærmeste/);
}

async function markLeadsToItsArea(given) {
  const picture = await openExample(given);
  await picture.turnTo("Eget billede", "Billedet uden sammenligning");
  const plot = picture.figure(FINANCE).locator(".chart__plot");
  await plot.locator(".main-svg").first().waitFor();
  const place = await plot.evaluate((element) => {
    const own = element.data.find((trace) => trace.customdata?.some((one) => one?.[0] === "#/overblik/E04"));
    const at = own.customdata.findIndex((one) => one?.[0] === "#/overblik/E04");
    const { xaxis, yaxis } = element._fullLayout;
    const box = element.getBoundingClientRect();
    return { x: box.left + xaxis._offset + xaxis.d2p(own.x[at]), y: box.top + yaxis._offset + yaxis.d2p(own.y[at]) };
  });
  await given.page.mouse.move(place.x, place.y);
  await given.page.mouse.click(place.x, place.y);
  await picture.isAt(BOOKKEEPING);
}

async function chartIsSaved(given) {
  const picture = await openExample(given);
  await picture.turnTo("Fordeling");
  await picture.traces(FINANCE);
  for (const [name, ending, start] of [
    ["Gem diagrammet som PNG", ".png", "\x89PNG"],
    ["Gem diagrammet som SVG", ".svg", "<svg"],
  ]) {
    const button = picture.figure(FINANCE).getByRole("button", { name });
    const [download] = await Promise.all([given.page.waitForEvent("download"), button.click()]);
    assert.ok(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
    const content = await readFile(await download.path());
    const begins = content.subarray(0, 8).toString("latin1");
    assert.ok(begins.startsWith(start), `${ending} begins with ${begins}`);
    if (ending === ".svg") assert.match(content.toString(), /Modeldata/, "a saved picture says what it is");
  }
}

async function meansAreOrientationOnly(given) {
  await openSurvey(given);
  const picture = new PicturePage(given.page, given.url);
  await picture.goTo("Sammenligning");
  await picture.captionBecomes(FINANCE, /Orientering$/);
  assert.equal(await picture.organisation.count(), 0, "there is one group only");
  await picture.figure(/^Økonomi og regnskab: afvigelse fra KLK 2017, til orientering/).waitFor();

  await picture.turnTo("Fordeling");
  const { columns, badges } = await picture.read(/^Fordeling: Økonomi og regnskab, centraliseringsgrad/);
  assert.deepEqual(badges, ["Orientering"]);
  assert.ok(columns.includes("Afvigelse"));
  for (const column of ["Median", "Plads", "Størst"]) assert.ok(!columns.includes(column), column);
  await picture.main.getByText("Datasættet rummer kun gruppens gennemsnit.").waitFor();
  await picture.turnTo("Svar i gruppen");
  await picture.main.getByText("Datasættet rummer ingen svar på de enkelte aktiviteter.").waitFor();
  await picture.turnTo("Ressourcer");
  await picture.main.getByText("Datasættet rummer ingen årsværk").waitFor();
  assert.equal(await picture.potential.count(), 0);
  assert.equal(await picture.table(/^Potentiale/).count(), 0);
  await picture.turnTo("Nøgletal");
  assert.equal((await picture.read(/^Nøgletal/)).rows.length, 8);
}

async function modelFindsNothingAboutASurvey(given) {
  await openSurvey(given);
  const comparison = new ComparisonPage(given.page, given.url);
  await comparison.goTo("Sammenligning");
  await comparison.model.check();
  const picture = new PicturePage(given.page, given.url);
  await picture.captionBecomes(FINANCE, /Modeldata$/);
  await picture.figure(/^Økonomi og regnskab: afvigelse fra opfundne kommuner/).waitFor();
  await picture.turnTo("Fordeling");
  await picture.dimension.selectOption("Digital proces");
  await picture.table(/^Fordeling: Økonomi og regnskab, digital proces/).waitFor();
  const { columns, badges } = await picture.read(/^Fordeling: Økonomi og regnskab, digital proces/);
  assert.deepEqual(badges, ["Modeldata"]);
  for (const column of ["Plads", "Set mod gruppen"]) assert.ok(!columns.includes(column), column);
  await picture.turnTo("Svar i gruppen");
  await picture.captionBecomes(FINANCE, /Modeldata$/);
  assert.ok(!(await picture.read(FINANCE)).columns.includes("Svarer noget andet"));
  assert.equal(await picture.unusual.count(), 0);
  await picture.turnTo("Ressourcer");
  assert.equal(await picture.potential.count(), 0);
  for (const figure of await picture.main.getByRole("figure").all()) await figure.locator("figcaption").getByText("Modeldata", { exact: true }).waitFor();
}

async function modelShowsTheExampleInFull(given) {
  const picture = await openExample(given);
  await picture.turnTo("Fordeling");
  await picture.dimension.selectOption("Digital proces");
  await picture.table(/^Fordeling: Økonomi og regnskab, digital proces/).waitFor();
  const process = await row(picture, /^Fordeling: Økonomi og regnskab, digital proces/, BOOKKEEPING);
  assert.match(process.cells.Plads, /^\d+ af 41$/);
  assert.equal(process.cells["Set mod gruppen"], "langt over");
  await picture.dimension.selectOption("Centraliseringsgrad");
  await picture.table(/^Fordeling: Økonomi og regnskab, centraliseringsgrad/).waitFor();
  const { columns } = await picture.read(/^Fordeling: Økonomi og regnskab, centraliseringsgrad/);
  const level = await row(picture, /^Fordeling: Økonomi og regnskab, centraliseringsgrad/, BOOKKEEPING);
  assert.equal(level.cells.Plads, "", "no rank on centralisation");
  assert.ok(columns.includes("Nederste kvartil"));
  await picture.turnTo("Svar i gruppen");
  await picture.unusual.check();
  await until("the most unusual answer stands first", async () => {
    const { rows } = await picture.read(FINANCE);
    const shares = rows.map((one) => Number(one.cells["Svarer noget andet"].replace(/\D/g, "")));
    assert.ok(shares.length > 100);
    assert.deepEqual(shares, [...shares].sort((one, other) => other - one));
  });
  await picture.turnTo("Ressourcer");
  assert.equal(await picture.table(/^Potentiale/).count(), 0, "off until it is asked for");
  await picture.potential.check();
  await picture.table(/^Potentiale: Økonomi og regnskab/).waitFor();
  assert.deepEqual((await picture.read(/^Potentiale: Økonomi og regnskab/)).badges, ["Modeldata"]);
  await picture.main.getByText(/Et årsværk er regnet til 389\.000 kr\. om året/).waitFor();
}

async function anonymousMunicipalitiesGiveFindings(given) {
  const picture = await compareWith(given, await anonymous(given.root));
  await picture.captionBecomes(FINANCE, /fra Alle \(n = 40\); digitalisering: Samme økonomisystem \(Prisme\) \(n = \d+\) Kommuner$/);
  const { open } = await picture.options(picture.organisation);
  const offered = open.map((text) => text.split(/[(:]/)[0].trim());
  assert.deepEqual(offered, ["Alle", "Samme økonomisystem", "Samme størrelse", "Samme kommunegruppe"]);
  await picture.choose(picture.organisation, "Samme størrelse");
  await picture.captionBecomes(FINANCE, /fra Samme størrelse \(40\.000–59\.999 indbyggere\) \(n = \d+\)/);
  await picture.main.getByRole("button", { name: "Brug de sædvanlige grupper" }).click();
  await picture.captionBecomes(FINANCE, /fra Alle \(n = 40\)/);

  await picture.turnTo("Fordeling");
  await picture.dimension.selectOption("Digital proces");
  await picture.table(/^Fordeling: Økonomi og regnskab, digital proces/).waitFor();
  const process = await row(picture, /^Fordeling: Økonomi og regnskab, digital proces/, BOOKKEEPING);
  assert.match(process.cells.Plads, /^\d+ af \d+$/);
  await picture.turnTo("Svar i gruppen");
  await picture.main.getByText("Svarene er fra alle kommuner i datasættet").waitFor();
  await picture.turnTo("Ressourcer");
  const finance = await row(picture, /^Ressourcer og gruppen: Økonomi og regnskab/, BOOKKEEPING);
  assert.match(finance.cells["Gruppens gennemsnit"], /^\d,\d\d$/);
  await picture.potential.check();
  await picture.table(/^Potentiale: Økonomi og regnskab/).waitFor();
}

async function networkAllowsEveryGroup(given) {
  const picture = await compareWith(given, await network(given.root));
  const { open } = await picture.options(picture.organisation);
  assert.ok(open.some((text) => text.startsWith("De 10 nærmeste")), open.join(" | "));
  await picture.choose(picture.organisation, "Kommuner, I selv vælger");
  await picture.main.getByText("Vælg mindst én kommune.").first().waitFor();
  await picture.main.getByRole("checkbox", { name: "Prøvekommune 03", exact: true }).check();
  await picture.captionBecomes(FINANCE, /Udvalgte kommuner \(1\) \(n = 1\)/);
  await picture.main.getByRole("checkbox", { name: "Prøvekommune 07", exact: true }).check();
  await picture.captionBecomes(FINANCE, /Udvalgte kommuner \(2\) \(n = 2\)/);
  await picture.turnTo("Fordeling");
  const level = await row(picture, /^Fordeling: Økonomi og regnskab, centraliseringsgrad/, BOOKKEEPING);
  assert.match(level.cells["Enkelte værdier"], /^\d,\d · \d,\d$/, "so few are shown each");
  assert.equal(level.cells["Nederste kvartil"], "–");
}

async function emptySurveyIsExplained({ page, url }) {
  const picture = new PicturePage(page, url);
  await picture.open("#/sammenligning/ressourcer");
  await picture.main.getByRole("heading", { name: "Her kommer jeres ressourcer" }).waitFor();
  await picture.turnTo("Fordeling");
  await picture.main.getByText("Der er endnu ingen svar.").waitFor();
  await picture.turnTo("Eget billede", "Billedet uden sammenligning");
  await picture.main.getByText("Der er endnu ingen svar.").waitFor();
  await picture.turnTo("Nøgletal");
  const { rows } = await picture.read(/^Nøgletal/);
  assert.ok(rows.every((one) => !/NaN|undefined|∞/.test(JSON.stringify(one))));
  assert.match(rows[0].cells["Jeres tal"], /kan ikke regnes endnu/);
}

async function totalLeadsToItsFormula(given) {
  const picture = await openExample(given);
  await picture.turnTo("Sammenligning");
  await picture.table(/^Økonomi og regnskab: afvigelse/).getByRole("row", { name: "Samlet" }).getByRole("link").first().click();
  await picture.isAt("Økonomi og regnskab: Samlet");
  await picture.isMade();
  const formula = await row(picture, /^Formler/, "Centraliseringsgrad: Samlet");
  assert.match(formula.cells["Sådan er det regnet"], /^30,\d\d \(summen af områdernes tal\) \/ 11 områder$/);
  assert.match(formula.cells.Resultat, /^2,8\d$/);
}

export const tests = [
  { name: "X Kommune: from the group to a figure, its answers and back to a chart that has moved", run: fromPictureToAnswerAndBack },
  { name: "a mark of a chart leads to its area", run: markLeadsToItsArea },
  { name: "a chart is saved as PNG and SVG with its label", run: chartIsSaved },
  { name: "Samlet leads to its formula with the numbers put in", run: totalLeadsToItsFormula },
  { name: "published means are orientation only on every page", run: meansAreOrientationOnly },
  { name: "the model finds nothing about a real survey", run: modelFindsNothingAboutASurvey },
  { name: "the model shows X Kommune in full", run: modelShowsTheExampleInFull },
  { name: "anonymous municipalities give findings, but no group that singles out", run: anonymousMunicipalitiesGiveFindings },
  { name: "a network allows every group, also a hand-picked one", run: networkAllowsEveryGroup },
  { name: "pages of the picture explain themselves while nothing is answered", run: emptySurveyIsExplained },
];
