// What all tests share: how long they wait, and where they leave pictures.
import { fileURLToPath } from "node:url";

/** How long something may take before it counts as missing; the machine may be busy. */
export const PATIENCE = 30_000;

/** Pictures of failed tests and of the pages. */
export const OUTPUT = fileURLToPath(new URL("../output", import.meta.url));

/** The repository. */
export const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
