// A small static server on loopback, for `make serve` and the tests: no dependency, no rewriting, no cache.
// node tests/e2e/server.mjs [--root dist] [--port 8080] [--base /sub/path/]
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".zip": "application/zip",
};

/**
 * Serves the folder `root` under `base`; port 0 takes a free one; `headers` are sent besides its own,
 * `told` hears each address. Resolves to { url, port, close }.
 */
export async function serve({ root = "dist", port = 0, base = "/", headers = {}, told = () => {} } = {}) {
  const folder = resolve(root);
  const prefix = `/${base.replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  const server = createServer((request, response) => {
    told(request.url);
    return answer({ folder, prefix, headers }, request, response);
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  const actual = server.address().port;
  return { url: `http://127.0.0.1:${actual}${prefix}`, port: actual, close: () => close(server) };
}

async function answer({ folder, prefix, headers }, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const file = await findFile(folder, prefix, request.url);
  if (!file) return refuse(response, 404);
  response.writeHead(200, {
    "content-type": MEDIA_TYPES[extname(file.path)] ?? "application/octet-stream",
    "content-length": file.size,
    "cache-control": "no-cache, no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
}

async function findFile(folder, prefix, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith(prefix) || path.includes("\0")) return null;
  const wanted = join(folder, path.slice(prefix.length));
  if (wanted !== folder && !wanted.startsWith(folder + sep)) return null;
  const candidate = path.endsWith("/") ? join(wanted, "index.html") : wanted;
  const found = await stat(candidate).catch(() => null);
  return found?.isFile() ? { path: candidate, size: found.size } : null;
}

function refuse(response, status) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${status}\n`);
}

function close(server) {
  return new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { root: { type: "string" }, port: { type: "string", default: "8080" }, base: { type: "string" } },
  });
  try {
    const { url, close } = await serve({ ...values, port: Number(values.port) });
    console.log(`Kommunebenchmark: ${url}   (Ctrl-C ends it)`);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => close().then(() => process.exit(0)));
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`kommunebenchmark: port ${values.port} is in use; end that program, or choose another: make serve PORT=8081`);
    process.exitCode = 1;
  }
}
