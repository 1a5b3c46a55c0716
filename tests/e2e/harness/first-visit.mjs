// A visitor who has never been at a host before, and what such a one does with and without a network.
import { saveAsDownloads } from "./files.mjs";
import { launchWithProfile, profileFolder } from "./browser.mjs";
import { watch } from "./guards.mjs";
import { Host } from "./host.mjs";
import { ComparisonPage } from "../pages/comparison.mjs";
import { OfflinePage } from "../pages/offline.mjs";

/** A host and a browser that has never been there. */
export async function begin(given, { base = "/", expected = [] } = {}) {
  const host = await Host.of(given, base);
  const context = await launchWithProfile(await profileFolder(given.cleanUp), given.cleanUp);
  given.pagesFrom(() => context.pages());
  await saveAsDownloads(context);
  // The guards see what the service worker asks for, too.
  const guards = await watch(context, { allowed: host.origin, expected });
  const app = await OfflinePage.in(context, host.url);
  return { ...given, host, context, guards, app, page: app.page, url: host.url };
}

/** Opens a page that the worker computes, from a dataset. */
export async function showsTheComparison({ page, url }) {
  const comparison = new ComparisonPage(page, url);
  await comparison.goTo("Sammenligning");
  await comparison.table("Økonomi og regnskab").waitFor();
  return comparison;
}
