// The Content Security Policy of both editions, as the first element of <head>.
import { createHash } from "node:crypto";

// Plotly inserts an empty <style>; its rules come from our own stylesheet.
const EMPTY_STYLE = sha256("");
const META = /<meta http-equiv="?Content-Security-Policy"?[^>]*>/i;
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi;
const DATA_BLOCK = /\btype=["']?(?!module\b|text\/javascript\b)[\w-]+\/[\w+.-]+/i;

export function sha256(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The hosted edition: everything from its own origin. */
export function hostedPolicy(html) {
  const { scripts, styles } = inlineHashes(html);
  return policy({
    "default-src": ["'none'"],
    "script-src": ["'self'", ...scripts, "'wasm-unsafe-eval'"],
    "style-src": ["'self'", ...styles, EMPTY_STYLE],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    // The documents worker runs from a blob, under this policy; 'self' is for the service worker.
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
  });
}

/** The single file: nothing from anywhere. `lazyScripts` are texts that the app itself puts into a script element. */
export function singleFilePolicy(html, lazyScripts) {
  const { scripts, styles } = inlineHashes(html);
  return policy({
    "default-src": ["'none'"],
    "script-src": [...scripts, ...lazyScripts.map(sha256), "'wasm-unsafe-eval'"],
    "style-src": [...styles, EMPTY_STYLE],
    "img-src": ["data:", "blob:"],
    "font-src": ["data:"],
    "connect-src": ["'none'"],
    "worker-src": ["blob:"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
  });
}

/** Puts the policy before everything it is to govern, replacing a former one. */
export function withPolicy(html, content) {
  refuseUnhashable(html);
  const head = /<head\b[^>]*>/i;
  if (!head.test(html)) throw new Error("index.html has no <head>");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  const result = html.replace(META, "").replace(head, (tag) => tag + meta);
  const charset = result.search(/<meta charset/i);
  if (charset < 0 || Buffer.byteLength(result.slice(0, charset + 30)) > 1024) {
    throw new Error("<meta charset> must stand in the first 1024 bytes: the policy has grown too long");
  }
  return result;
}

function policy(directives) {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

function inlineHashes(html) {
  const scripts = new Set();
  const styles = new Set();
  for (const [, tag, attributes, text] of html.matchAll(INLINE)) {
    if (tag.toLowerCase() === "style") styles.add(sha256(text));
    else if (!/\bsrc=/i.test(attributes) && !DATA_BLOCK.test(attributes)) scripts.add(sha256(text));
  }
  return { scripts: [...scripts], styles: [...styles] };
}

/** What no hash can allow must not be in the page at all. */
function refuseUnhashable(html) {
  const markup = html.replace(INLINE, "");
  const refused = markup.match(/<[^>]*\s(on[a-z]+|style|nonce)\s*=[^>]*>/i);
  if (refused) throw new Error(`the policy would refuse this element: ${refused[0]}`);
}
