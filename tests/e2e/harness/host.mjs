// A host of the app that a test can stop, start again and change: a copy of the built app on an origin of its own.
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { addServiceWorker } from "../../../scripts/service-worker.mjs";
import { serve } from "../server.mjs";

const WORKER = /documents-[0-9a-f]{16}\.js/;

export class Host {
  #server;

  /** Hosts the built app in a folder of a site. */
  static async of({ root, cleanUp }, base = "/") {
    const host = new Host();
    host.site = await mkdtemp(join(tmpdir(), "kommunebenchmark-host-"));
    cleanUp(() => rm(host.site, { recursive: true, force: true }));
    host.folder = join(host.site, base);
    host.asked = [];
    host.headers = {};
    await cp(root, host.folder, { recursive: true });
    await host.start();
    cleanUp(() => host.stop());
    host.origin = host.#server.url;
    host.url = new URL(base, host.origin).href;
    return host;
  }

  async start() {
    const told = (address) => this.asked.push(address);
    this.#server = await serve({ root: this.site, port: this.port ?? 0, headers: this.headers, told });
    this.port = this.#server.port;
  }

  /** Something else answers in its place, always the same: a gateway, or the page where one logs in. */
  async hideBehind(status, headers = { "content-type": "text/html" }) {
    await this.stop();
    const server = createServer((_, response) => {
      response.writeHead(status, headers);
      response.end("<!DOCTYPE html><title>Log ind</title>");
    });
    await new Promise((listening) => server.listen(this.port, "127.0.0.1", listening));
    this.#server = {
      async close() {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      },
    };
  }

  async stop() {
    await this.#server?.close();
    this.#server = undefined;
  }

  async read(path) {
    return readFile(join(this.folder, path), "utf8");
  }

  async write(path, content) {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), content);
  }

  /** A new version: the page says so, and its worker has another name. */
  async publish(version) {
    const page = await this.read("index.html");
    const [worker] = page.match(WORKER);
    const renamed = `documents-${String(version).padStart(16, "0")}.js`;
    await rename(join(this.folder, worker), join(this.folder, renamed));
    const meta = `<meta name="test-version" content="${version}">`;
    const marked = page.replace(/<meta name="test-version"[^>]*>/, "").replace("</title>", `</title>${meta}`);
    await this.write("index.html", marked.replace(worker, renamed));
    await addServiceWorker(this.folder);
  }
}
