import { readFile } from "node:fs/promises";
import { join } from "node:path";

type PictureFont = { name: string; data: Buffer; weight: 600; style: "normal" };

// Each part has a name of its own: of two with one name the drawing library reads the first alone.
const FILES = {
  "Inter Latin": "inter-600-latin.woff",
  "Inter Latin Ext": "inter-600-latin-ext.woff",
} as const;

export const PICTURE_FONT_FAMILY = Object.keys(FILES).join(", ");

let loaded: Promise<PictureFont[]> | undefined;

/** The shop's own font for drawing; nothing is fetched from anywhere. */
export function pictureFonts(): Promise<PictureFont[]> {
  loaded ??= Promise.all(
    Object.entries(FILES).map(async ([name, file]) => ({
      name,
      data: await readFile(join(process.cwd(), "app", "fonts", file)),
      weight: 600,
      style: "normal",
    })),
  );
  return loaded;
}
