// Ways in which a script could try to get something out of the page, planted by tests, and the server that
// would hear of it. Each way runs in the page (or in a worker), so it uses nothing but its address.
import { once } from "node:events";
import { createServer } from "node:http";

/** All planted addresses hold this word, so that complaints about them can be told from others. */
export const PLANTED = "planted-leak";

/** A server that stands for the world outside: what reaches it is written down. */
export async function world(cleanUp) {
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/plain" });
    response.end("heard");
  });
  server.on("upgrade", (request, socket) => {
    hits.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUp(() => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  }));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { hits, address: (way) => `${origin}/${PLANTED}/${way.replaceAll(/\W+/g, "-").toLowerCase()}` };
}

/** In the page, before the app starts: keeps what the policy refuses, also in frames of the page. */
export function keepViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    (window.top.violationsSeenByTest ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

function add(name, attributes) {
  const element = document.createElement(name);
  Object.assign(element, attributes);
  document.body.append(element);
}

const element = (name, attributes) => `(${add})(${JSON.stringify(name)}, { ${attributes} })`;
const link = (attributes) => element("link", `href: address, ${attributes}`);

/** Ways in the page. What cannot be told by its address is told by the directive that refuses it. */
export const PAGE_WAYS = {
  "fetch": "fetch(address).catch(() => {})",
  "fetch that outlives the page": `fetch(address, { method: "POST", body: "x", keepalive: true, mode: "no-cors" }).catch(() => {})`,
  "XMLHttpRequest": `{ const request = new XMLHttpRequest(); request.open("POST", address); request.send("x"); }`,
  "beacon": `navigator.sendBeacon(address, "x")`,
  "WebSocket": `try { new WebSocket(address.replace("http", "ws")); } catch {}`,
  "EventSource": "new EventSource(address)",
  "image": element("img", "src: address"),
  "image of several": element("img", "srcset: `${address} 1x`"),
  "image that is never shown": "new Image().src = address",
  "image in a drawing": `{
    const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
    image.setAttribute("href", address);
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawing.append(image);
    document.body.append(drawing);
  }`,
  "video": element("video", "src: address, preload: 'auto'"),
  "background by a constructed stylesheet": `{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body { background-image: url(" + address + ") }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }`,
  "background by a property": "document.body.style.backgroundImage = `url(${address})`",
  "font by a constructed stylesheet": `{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@font-face { font-family: planted; src: url(" + address + ") }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.fonts.load("16px planted").catch(() => {});
  }`,
  "font by script": "new FontFace('planted', `url(${address})`).load().catch(() => {})",
  "import in a stylesheet": "document.styleSheets[0].insertRule(`@import url(${address})`, 0)",
  "stylesheet": link(`rel: "stylesheet"`),
  "prefetch": link(`rel: "prefetch"`),
  "preload of a script": link(`rel: "preload", as: "script"`),
  "preload of an image": link(`rel: "preload", as: "image"`),
  "preload of data": link(`rel: "preload", as: "fetch", crossOrigin: ""`),
  "preload of a module": link(`rel: "modulepreload"`),
  "script": element("script", "src: address"),
  "module": element("script", "type: 'module', src: address"),
  "dynamic import": "import(address).catch(() => {})",
  "frame": element("iframe", "src: address"),
  "object": element("object", "data: address"),
  "embedded object": element("embed", "src: address"),
  "form": `{
    const form = document.createElement("form");
    form.action = address;
    form.method = "POST";
    document.body.append(form);
    form.submit();
  }`,
  "ping of a link": `{
    const anchor = document.createElement("a");
    anchor.href = location.hash || "#/";
    anchor.ping = address;
    document.body.append(anchor);
    anchor.click();
  }`,
  "image in a frame without address": element("iframe", "srcdoc: `<img src=\"${address}\">`"),
};

/** Of what would be a page inside the page, the violation names no more than the server; the directive tells it. */
export const FRAME_WAYS = { "frame": "frame-src", "object": "object-src", "embedded object": "object-src" };

/** Ways whose violation names no address: what is refused stands in the page itself. */
export const INLINE_WAYS = {
  "style element": ["style-src-elem", element("style", "textContent: `body { background-image: url(${address}) }`")],
  "style attribute": ["style-src-attr", "document.body.setAttribute('style', `background-image: url(${address})`)"],
  "script element": ["script-src-elem", element("script", "textContent: `fetch('${address}')`")],
  "event attribute": ["script-src-attr", "document.body.setAttribute('onclick', `fetch('${address}')`)"],
  // Later, as what a test evaluates may itself evaluate.
  "evaluated text": ["script-src", "setTimeout(() => { try { (0, eval)(`fetch('${address}')`); } catch {} })"],
  "script from data": ["script-src-elem", element("script", "src: `data:text/javascript,fetch('${address}')`")],
};

/** Ways in a worker; each answers what came of it. */
export const WORKER_WAYS = {
  "fetch": `fetch(address).then(() => "got through", (error) => error.name)`,
  "XMLHttpRequest": `(() => { try { const request = new XMLHttpRequest(); request.open("GET", address, false); request.send(); return "got through"; } catch (error) { return error.name; } })()`,
  "importScripts": `(() => { try { importScripts(address); return "got through"; } catch (error) { return error.name; } })()`,
  "dynamic import": `import(address).then(() => "got through", (error) => error.name)`,
  "WebSocket": `new Promise((done) => { try { const socket = new WebSocket(address.replace("http", "ws")); socket.onopen = () => done("got through"); socket.onerror = () => done("error"); } catch (error) { done(error.name); } })`,
  "EventSource": `new Promise((done) => { const source = new EventSource(address); source.onopen = () => done("got through"); source.onerror = () => { source.close(); done("error"); }; })`,
};

/** The text that plants a way, to be evaluated in a page. */
export function planting(way, address) {
  return `((address) => { ${way}; })(${JSON.stringify(address)})`;
}

/** The text that plants a way in a worker and answers what came of it. */
export function planted(way, address) {
  return `((address) => ${way})(${JSON.stringify(address)})`;
}
