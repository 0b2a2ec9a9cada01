import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Recipe } from "./read-recipe";

/** Puts the image's folder together in a new temporary one, which nobody may write to. */
export function assemble(recipe: Recipe): string {
  const image = mkdtempSync(join(tmpdir(), "storefront-image-"));
  for (const { from, to } of recipe.copies) {
    cpSync(from, resolve(image, to), { recursive: true, verbatimSymlinks: true });
  }
  closeToWriters(image);
  return image;
}

function closeToWriters(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path)) closeToWriters(join(path, name));
  }
  chmodSync(path, stat.isDirectory() ? 0o555 : 0o444);
}

/** Paths below a folder whose names say that they hold a secret. */
export function secretFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => {
    if (path.includes("node_modules/")) return false;
    return /(?:^|\/)\.env(?:\..+)?$|\.(?:pem|key)$/.test(path);
  });
}
