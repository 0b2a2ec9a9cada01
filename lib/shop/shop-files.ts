import { createHash } from "node:crypto";
import type { ShopConfig } from "./schema";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  woff2: "font/woff2",
};
const MAX_BYTES = 1_000_000;

export type ShopFile = { content: Buffer<ArrayBuffer>; contentType: string; path: string };

/** The files that a configuration names, each with the field that names it. */
export function namedFiles({ logo, icons, sharing, theme }: ShopConfig): [string, string][] {
  const fonts = Object.entries(theme.fonts).flatMap(([use, font]) =>
    (font?.files ?? []).map(({ file }, index) => [`theme.fonts.${use}.files.${index}.file`, file]),
  );
  return [
    ["logo.light", logo?.light],
    ["logo.dark", logo?.dark],
    ...Object.entries(icons).map(([use, file]) => [`icons.${use}`, file]),
    ["sharing.background", sharing.background],
    ...fonts,
  ].filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/**
 * Reads what a configuration names. The address of a file holds a hash of its content, so that it can
 * be kept for ever.
 */
export function readFiles(
  config: ShopConfig,
  read: (name: string) => Buffer<ArrayBuffer> | undefined,
): { files: Map<string, ShopFile>; faults: string[] } {
  const files = new Map<string, ShopFile>();
  const faults: string[] = [];
  for (const [field, name] of namedFiles(config)) {
    const content = read(name);
    if (!content) faults.push(`${field} ${name} cannot be read`);
    else if (content.length > MAX_BYTES) faults.push(`${field} ${name} is larger than 1 MB`);
    else {
      const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
      const ending = name.slice(name.lastIndexOf(".") + 1);
      files.set(name, {
        content,
        contentType: CONTENT_TYPES[ending] ?? "application/octet-stream",
        path: `/assets/${hash}.${ending}`,
      });
    }
  }
  return { files, faults };
}
