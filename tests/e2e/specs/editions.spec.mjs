// The main job in every place where the app stands: at a root, in a folder, in one file from a disk.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { comesBack, doMainJob } from "../harness/job.mjs";

async function hosted(given) {
  const answers = await doMainJob(given);
  await comesBack({ ...given, answers });
}

async function fromDisk(given) {
  const url = pathToFileURL(join(given.root, "kommunebenchmark.html")).href;
  const answers = await doMainJob({ ...given, url });
  await comesBack({ ...given, url, answers });
}

export const tests = [
  { name: "the main job at the root of a host", run: hosted },
  { name: "the main job in a folder of a host", run: hosted, base: "/en/mappe/" },
  { name: "the main job in the file from a disk", run: fromDisk, fromFile: true },
];
