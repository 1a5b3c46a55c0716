// Firefox and WebKitGTK, each through its own WebDriver, with empty storage at the start.
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { end, freePort, program, ready, start, temporaryFolder } from "./processes.mjs";
import { eventually, within } from "./waiting.mjs";

const SIZE = { width: 1280, height: 1000 };

/** The browsers by name. Each resolves to { driver, keepsData, restart, close }. */
export const BROWSERS = { Firefox: openFirefox, WebKitGTK: openWebkit };

async function openFirefox() {
  return open(async (folder, ending) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const driver = await start(program("GECKODRIVER"), ["--port", String(port), "--websocket-port", "0"], {
      env: { HOME: folder, MOZ_HEADLESS_WIDTH: String(SIZE.width), MOZ_HEADLESS_HEIGHT: String(SIZE.height) },
    });
    ending.push(() => end(driver));
    await ready(driver, url);
    const capabilities = new Capabilities({
      browserName: "firefox",
      "moz:firefoxOptions": { binary: program("FIREFOX"), args: ["-headless", "-profile", folder] },
    });
    // The profile outlives the browser: what was saved is there after a restart.
    return { keepsData: true, connect: () => connect(url, capabilities) };
  });
}

async function openWebkit() {
  return open(async (folder, ending) => {
    const display = await startDisplay(ending);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const driver = await start(program("WEBKITDRIVER"), [`--port=${port}`], {
      env: {
        DISPLAY: `:${display}`,
        WAYLAND_DISPLAY: "",
        GDK_BACKEND: "x11",
        LIBGL_ALWAYS_SOFTWARE: "1",
        // Its sandbox needs rights that a container does not give.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        NO_AT_BRIDGE: "1",
        HOME: folder,
        XDG_DATA_HOME: join(folder, "data"),
        XDG_CACHE_HOME: join(folder, "cache"),
        XDG_CONFIG_HOME: join(folder, "config"),
      },
    });
    ending.push(() => end(driver));
    await ready(driver, url);
    const capabilities = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: program("MINIBROWSER"), args: ["--automation"] },
    });
    // Under automation MiniBrowser keeps its data in memory only, so nothing can survive its end.
    return { keepsData: false, connect: () => connect(url, capabilities) };
  });
}

/** Starts a virtual screen and returns its number, which the server chooses itself. */
async function startDisplay(ending) {
  const args = ["-displayfd", "3", "-screen", "0", `${SIZE.width}x${SIZE.height}x24`, "-nolisten", "tcp", "-terminate"];
  const screen = await start(program("XVFB"), args, { pipes: 1 });
  ending.push(() => end(screen));
  let number = "";
  screen.child.stdio[3].setEncoding("utf8").on("data", (text) => (number += text));
  return eventually("the virtual screen has a number", () => /^(\d+)\n/.exec(number)?.[1]);
}

/** Prepares a browser with `prepare`, and ends whatever that started, also when it fails half-way. */
async function open(prepare) {
  const folder = await temporaryFolder();
  const ending = [folder.remove];
  const close = async () => {
    const failures = [];
    while (ending.length > 0) await ending.pop()().catch((error) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, failures.map((error) => error.message).join("; "));
  };
  try {
    const { keepsData, connect } = await prepare(folder.path, ending);
    const browser = { keepsData, close, driver: await connect() };
    // Asked politely first; ending the driver's process group comes after and leaves nothing.
    ending.push(() => within(15_000, browser.driver.quit()).catch(() => {}));
    browser.restart = async () => {
      await within(30_000, browser.driver.quit());
      browser.driver = await connect();
    };
    return browser;
  } catch (error) {
    await close().catch((failure) => (error.message += `; then: ${failure.message}`));
    throw error;
  }
}

async function connect(url, capabilities) {
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000, implicit: 0 });
  return driver;
}
