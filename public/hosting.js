// What only a hosted page has: the host's settings, its own look and its place in another page.
// Loaded by the start when the app runs. Reads config.json, which the host replaces
// without building anything anew; a fault in it is told on the page and spares the rest. Posts
// nothing to another page but the height of this one, and listens to none.

const root = document.documentElement;
const faults = new Set();

/** Each key of config.json: what it must be, and how that is told. */
const CHECKS = {
  host: [isText, "en tekst"],
  contact: [isText, "en tekst"],
  accessibility: [(value) => isText(value) && /^https:\/\/[^\s"<>]+$/.test(value), "en adresse med https://"],
  parents: [
    (value) => Array.isArray(value) && value.every(isOrigin),
    "en liste af oprindelser: https:// og et værtsnavn, uden sti",
  ],
  theme: [(value) => typeof value === "object", "et objekt"],
};
const THEME = {
  colour: [isDarkColour, 'en farve som "#0059b3" med kontrast 4,5 til hvid'],
  font: [
    (value) => isText(value) && /^[\p{L}\p{N} ,-]+$/u.test(value),
    "navne på skrifter, adskilt af komma, uden citationstegn",
  ],
};

function isText(value) {
  return typeof value === "string" && value !== "";
}

/** Scheme, host and port; loopback also without TLS, to try things out. */
function isOrigin(value) {
  return isText(value) && /^(https:\/\/[\w.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d+)?$/.test(value);
}

/** Whether white text can be read on a colour: contrast 4.5:1 (WCAG 2.2, 1.4.3). */
function isDarkColour(value) {
  if (!isText(value) || !/^#[0-9a-f]{6}$/i.test(value)) return false;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(value.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
}

/** What can be used of `given`; what cannot is a fault. */
function checked(given, checks) {
  const used = {};
  for (const [key, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, key) && checks[key];
    if (!check) faults.add(`config.json: »${key}« er ukendt`);
    else if (value === null) continue;
    else if (check[0](value)) used[key] = value;
    else faults.add(`config.json: »${key}« skal være ${check[1]}`);
  }
  return used;
}

async function readSettings() {
  const response = await fetch("config.json", { cache: "no-cache" }).catch(() => null);
  if (!response?.ok) {
    faults.add("config.json: filen kan ikke hentes");
    return {};
  }
  try {
    // Removes a byte order mark, and refuses what is not UTF-8.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await response.arrayBuffer());
    const given = JSON.parse(text);
    if (given && typeof given === "object" && !Array.isArray(given)) return checked(given, CHECKS);
    faults.add("config.json: filen skal være et objekt: { … }");
  } catch (error) {
    const what = error instanceof SyntaxError ? `JSON (${error.message})` : "gemt som UTF-8";
    faults.add(`config.json: filen er ikke ${what}`);
  }
  return {};
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const notices = element("section", { className: "banners" });
notices.setAttribute("aria-label", "Om siden");

/** A notice below the page's header; one of a kind. */
function tell(kind, heading, ...content) {
  notices.querySelector(`[data-kind="${kind}"]`)?.remove();
  const level = kind === "faults" ? "warning" : "info";
  const notice = element("div", { className: `alert alert-${level}` });
  notice.dataset.kind = kind;
  notice.append(element("h2", { className: "alert-heading", textContent: heading }), ...content);
  notices.append(notice);
  if (!notices.isConnected) document.querySelector(".site-header")?.after(notices);
}

function tellFaults() {
  if (faults.size === 0) return;
  const items = [...faults].map((fault) => element("li", { textContent: fault }));
  tell("faults", "Til den, der er vært for siden", element("ul", { className: "alert-text" }, ...items));
}

/** In a frame of another origin the browser may keep a storage apart, or none. */
function tellFrame() {
  const own = new URL(location.href);
  own.searchParams.delete("embed");
  const link = element("a", { href: own.href, target: "_blank", rel: "noopener", textContent: "Åbn i eget vindue" });
  tell(
    "frame",
    "Kommunebenchmark vises inde på en anden side",
    element(
      "p",
      { className: "alert-text" },
      "Her kan browseren gemme svarene for sig eller slette dem, når I lukker siden. ",
      link,
      " for at arbejde sikkert, eller gem besvarelsen som fil, før I går.",
    ),
  );
}

function tellUpdate() {
  const text = element("p", {
    className: "alert-text",
    textContent:
      "I kan arbejde videre. Den nye udgave tages i brug, når I vælger det eller åbner siden næste gang. Svarene følger med.",
  });
  const take = element("button", {
    type: "button",
    className: "button button-secondary button--small",
    textContent: "Tag den i brug nu",
  });
  const takeOver = () => {
    take.setAttribute("aria-disabled", "true");
    take.textContent = "Tages i brug …";
    text.textContent = "Den nye udgave tages i brug. Siden indlæses igen af sig selv om et øjeblik.";
    document.dispatchEvent(new Event("kommunebenchmark:activate"));
  };
  take.addEventListener("click", takeOver, { once: true });
  tell("update", "Der er en ny udgave af Kommunebenchmark", text, element("div", { className: "button-group" }, take));
  notices.lastElementChild.setAttribute("role", "status");
}

function wear({ colour, font }) {
  if (colour) {
    root.style.setProperty("--theme-colour", colour);
    root.style.setProperty("--theme-dark", `color-mix(in srgb, ${colour} 80%, #000)`);
  }
  if (font) root.style.setProperty("--theme-font", font);
}

/** Who hosts the page, whom to ask, and the host's accessibility statement. */
function signFooter({ host, contact, accessibility }) {
  const footer = document.querySelector(".site-footer__inner");
  const line = element("p");
  if (host) line.append(`Siden stilles til rådighed af ${host}. `);
  if (contact) line.append(`Kontakt: ${contact}. `);
  if (accessibility) line.append(element("a", { href: accessibility, textContent: "Tilgængelighedserklæring" }));
  if (line.hasChildNodes()) footer?.append(line);
}

/** Tells the pages that may hold this one how high it is, and when another page begins. */
function tellHeight(parents) {
  // The browser delivers it only to a parent of that origin.
  const post = (kind, height) => {
    for (const origin of parents) parent.postMessage({ kommunebenchmark: kind, height }, origin);
  };
  new ResizeObserver(() => post("height", document.body.offsetHeight)).observe(document.body);
  addEventListener("hashchange", () => post("page", 0));
}

/** Another origin's page holds this one: it does not show its element. */
const isFramed = parent !== window && frameElement === null;

document.addEventListener("kommunebenchmark:update", tellUpdate);
document.addEventListener("kommunebenchmark:fault", () => {
  faults.add(root.dataset.fault);
  tellFaults();
});
if (root.dataset.update) tellUpdate();
if (root.dataset.fault) faults.add(root.dataset.fault);
if (isFramed) tellFrame();

const settings = await readSettings();
const theme = checked(settings.theme ?? {}, THEME);
wear(theme);
signFooter(settings);
tellFaults();
if (isFramed) tellHeight(settings.parents ?? []);
