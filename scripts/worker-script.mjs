// The script that a worker runs: wasm-bindgen's glue ("no-modules"), then the start below.

const START = `
;(() => {
  // Messages that arrive before the module runs wait, and come again in their order.
  const waiting = [];
  const hold = (event) => waiting.push(event);
  addEventListener("message", hold);
  const start = async () => {
    await wasm_bindgen({ module_or_path: await SOURCE });
    removeEventListener("message", hold);
    for (const { data, ports } of waiting) dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  };
  // Thrown outside the promise, so that the page's worker.onerror hears of it.
  start().catch((error) => setTimeout(() => { throw error; }));
})();
`;

/**
 * `source`: a JavaScript expression for the module: its URL, its bytes, or a promise of them. `globalThis.base` is
 * the address of the page, which the app sets: the worker runs from a blob, which has none.
 */
export function workerScript(glue, source) {
  return glue.trimEnd() + START.replace("SOURCE", () => source);
}
