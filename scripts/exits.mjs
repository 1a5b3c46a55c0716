// The ways out of a browser that no policy closes, or that nothing here needs, as they would stand in a
// script; and plotly.js without those that it has. tests/e2e/specs/shipped.spec.mjs looks for them in
// everything that is shipped.

/** By name. Scripts are searched as shipped, minified. */
export const EXITS = {
  "RTCPeerConnection": /RTCPeerConnection/,
  // Not the browser's store of the app's own files.
  "open(": /(?<![\w$])(?<!\bcaches\.)open\s*\(/,
  "location =": /(?<![\w$])location\s*=(?![=>])/,
  "location.href =": /(?<![\w$])location\s*(?:\.\s*href|\[\s*["'`]href["'`]\s*\])\s*=(?![=>])/,
  "location.assign": /(?<![\w$])location\s*(?:\.\s*|\[\s*["'`])(?:assign|replace)\b/,
  "location or open by name": /\[\s*["'`](?:location|open)["'`]\s*\]/,
  "navigation.navigate": /(?<![\w$])navigation\s*\??\.\s*(?:navigate|traverseTo)\b/,
  "http-equiv": /http-?equiv/i,
  "sendBeacon": /sendBeacon/,
  "WebSocket": /WebSocket(?!s)/,
  "WebTransport": /WebTransport/,
  "EventSource": /EventSource/,
  "XMLHttpRequest": /XMLHttpRequest|XDomainRequest/,
  "eval": /(?<![\w$.])eval\s*\(|new Function\b|(?<![\w$.])Function\s*\(\s*["'`]/,
  // WebKitGTK lets a preload of data past the policy.
  "preload": /\bpreload\b/i,
  "an address elsewhere": /["'`(](?:https?:)?\/\/(?!www\.w3\.org\/)[\w.-]+\.\w+/,
};

/** [what, from, to, instead]: the text from the first mark to the second, both of which go too. */
const CUTS = [
  ["d3's requests", "function lr(c,p,_,k){var C={},", "return E.abort(),C},e.rebind(C,D,\"on\"),k==null?C:C.get(Oa(k))}", "function lr(){throw new Error(\"cut out\")}"],
  ["sending a chart to Plotly's cloud", "Qe.sendDataToCloud=function(e,r){", "return window.addEventListener(\"message\",l),!1};", "Qe.sendDataToCloud=function(){throw new Error(\"cut out\")};"],
  ["the cloud's address", "dflt:\"https://cloud.plotly.com/", "newchart\"", "dflt:\"\""],
  ["the address of maps", "dflt:\"https://cdn.plot.ly/", "un/\"", "dflt:\"\""],
  ["the address of a manual of numbers", "FORMAT_LINK:\"https://github.com/d3/d3-format/", "#d3-format\"", "FORMAT_LINK:\"\""],
  ["the address of a manual of dates", "DATE_FORMAT_LINK:\"https://github.com/", "#locale_format\"", "DATE_FORMAT_LINK:\"\""],
  ["the logo's link", "return r.href=\"https://plotly.com/\",", "r.target=\"_blank\",", "return "],
  ["links in texts", "uT=[\"http:\",\"https:\",", "\"mailto:\",\"\",void 0,\":\"],", "uT=[],"],
  ["windows opened by texts", ",N&&(L.onclick='window.open(", "return false;')", ""],
  ["saving by going to another address", "document.location.href=\"data:application/octet-stream\"", "+e}", "throw new Error(\"cut out\")}"],
];

/** plotly.js without its ways out. Fails when it is no longer the plotly.js that the cuts were made for. */
export function withoutExits(plotly) {
  let script = plotly;
  for (const [what, from, to, instead] of CUTS) {
    const parts = script.split(from);
    const end = parts[1]?.indexOf(to) ?? -1;
    // The longest of the cuts has 1.6 KB: a mark found further away is another one.
    if (parts.length !== 2 || end < 0 || end > 2000) throw new Error(`plotly.js has changed: ${what} cannot be cut out (scripts/exits.mjs)`);
    script = parts[0] + instead + parts[1].slice(end + to.length);
  }
  const left = Object.keys(EXITS).filter((name) => EXITS[name].test(withoutNotices(script)));
  if (left.length > 0) throw new Error(`plotly.js still has ${left.join(", ")} (scripts/exits.mjs)`);
  return script;
}

/** The notice of the bundled parts names addresses, but does nothing. */
export function withoutNotices(script) {
  return script.replaceAll(/\/\*[!*](?:(?!\*\/)[\s\S])*\*\//g, "");
}
