import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Builds an app of Next; this one unless told otherwise. */
export function buildApp(folder = "."): void {
  const command = ["node_modules/next/dist/bin/next", "build", folder];
  const { status } = spawnSync(process.execPath, command, {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`The app in ${folder} cannot be built`);
}

/** The same where nothing has been built yet. */
export function buildWhereMissing(folder = "."): void {
  if (!existsSync(join(folder, ".next/BUILD_ID"))) buildApp(folder);
}
