// Puts Kommunebenchmark into a page of another site:
//
//   <script src="/kommunebenchmark/embed.js"></script>
//
// The frame stands where the script does and is as high as what it shows. For that the host names
// the page's origin in config.json ("parents"). Hears of nothing but the height.
(() => {
  const script = document.currentScript;
  const address = new URL("./?embed=1", script.src);
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = script.dataset.title ?? "Kommunebenchmark";
  // Its scripts, its own storage, saving files, the question before leaving, and a window of its own.
  frame.setAttribute(
    "sandbox",
    "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox",
  );
  frame.setAttribute("allow", "clipboard-write; fullscreen");
  Object.assign(frame.style, { display: "block", width: "100%", height: "80vh", border: "0" });
  script.after(frame);
  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const { kommunebenchmark: kind, height } = event.data ?? {};
    if (kind === "height" && Number.isFinite(height)) {
      frame.style.height = `${Math.min(Math.max(Math.ceil(height), 200), 200_000)}px`;
    }
    // Another page begins at its top.
    if (kind === "page" && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });
})();
