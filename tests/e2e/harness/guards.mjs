// What must never happen in any test: errors, refused resources, requests to others.

// Runs in the page before anything else: a violation of the policy becomes a console error.
function tellViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy violated: ${event.effectiveDirective} refused ${event.blockedURI}`);
  });
}

/**
 * Watches a context. `allowed` is the address everything must lie under, or several; null means that only the
 * first file that is opened may be read. Complaints that match `expected` are what a test is about.
 */
export async function watch(context, { allowed, expected = [] }) {
  const complaints = [];
  const requests = [];
  let file = null;
  const complain = (text) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  const isAllowed = (url) => {
    if (/^(data|blob):/.test(url)) return true;
    if (allowed) return [allowed].flat().some((one) => url.startsWith(one));
    file ??= url.split(/[?#]/)[0];
    return url.split(/[?#]/)[0] === file;
  };

  await context.addInitScript(tellViolations);
  context.on("console", (message) => {
    if (["error", "assert", "warning"].includes(message.type())) complain(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complain(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on("request", (request) => {
    requests.push(request.url());
    if (!isAllowed(request.url())) complain(`request to ${request.url()}`);
    if (request.method() !== "GET") complain(`${request.method()} request to ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complain(`answer ${response.status()} for ${response.url()}`);
  });

  return {
    requests,
    check() {
      if (complaints.length) throw new Error(`the guards complain:\n${[...new Set(complaints)].join("\n")}`);
    },
  };
}
