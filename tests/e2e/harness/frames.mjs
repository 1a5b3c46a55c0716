// The app inside a page of another site.
import { mkdtemp, cp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../server.mjs";

/** A copy of the app with the host's own files in it, served on a port of its own. */
export async function serveWith({ root, cleanUp, base = "/" }, files) {
  const folder = await mkdtemp(join(tmpdir(), "kommunebenchmark-host-"));
  cleanUp(() => rm(folder, { recursive: true, force: true }));
  await cp(root, folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    if (content === null) await rm(join(folder, path));
    else await writeFile(join(folder, path), typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  }
  const server = await serve({ root: folder, base });
  cleanUp(() => server.close());
  return { ...server, folder };
}

/**
 * A site that holds the app, of another origin. Under another name of this machine the two are strangers, and
 * the browser may give the frame no store.
 */
export async function serveSite({ cleanUp }, { strange = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "kommunebenchmark-site-"));
  cleanUp(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "index.html"), "");
  const server = await serve({ root: folder });
  cleanUp(() => server.close());
  const origin = `http://${strange ? "localhost" : "127.0.0.1"}:${server.port}`;
  return {
    origin,
    url: `${origin}/`,
    show: (html) => writeFile(join(folder, "index.html"), `<!DOCTYPE html><html lang="da"><title>Værtens side</title><link rel="icon" href="data:,"><body>${html}</body></html>`),
  };
}

/** The frame as page objects know a page; what a frame has not, such as the keyboard, is the page's. */
export function framed(page, frame) {
  const own = {
    async reload() {
      await Promise.all([frame.waitForNavigation(), frame.evaluate(() => location.reload())]);
    },
  };
  return new Proxy(frame, {
    get(_, name) {
      const from = name in own ? own : name in frame ? frame : page;
      const value = from[name];
      return typeof value === "function" ? value.bind(from) : value;
    },
  });
}
