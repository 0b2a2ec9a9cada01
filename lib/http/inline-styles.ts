import { readFileSync } from "node:fs";
import { posix } from "node:path";

type Style = { rules: string; fonts: string };

const STYLESHEET_LINK =
  /<link rel="stylesheet" href="(\/_next\/static\/(?:[\w~-]+\/)*[\w.~-]+\.css)"([^>]*)\/>/g;
const RELATIVE_URL = /url\((["']?)(\.{1,2}\/[^"')]+)\1\)/g;
const FETCHED_FONT = /@font-face\s*\{[^}]*url\([^}]*\}/g;

const styles = new Map<string, Style | undefined>();

/**
 * A document with its stylesheets inside, so that a browser paints it without asking for anything more.
 * The links stay, switched off: React takes a link that it finds for a stylesheet that is loaded, and the
 * media query keeps browsers from fetching what they only see ahead.
 * @returns the document, and apart from it the rules that name fonts to fetch.
 */
export function inlineStyles(document: string): { document: string; fonts: string } {
  let fonts = "";
  const styled = document.replace(STYLESHEET_LINK, (link, path: string, attributes: string) => {
    if (!styles.has(path)) styles.set(path, readStyle(path));
    const style = styles.get(path);
    if (!style) return link;
    fonts += style.fonts;
    const off = `<link rel="stylesheet" href="${path}"${attributes} media="not all" disabled=""/>`;
    return `<style>${style.rules}</style>${off}`;
  });
  return { document: styled, fonts };
}

/** What the build wrote. Where its files are kept elsewhere there is nothing, and the link does what it always did. */
function readStyle(path: string): Style | undefined {
  try {
    const file = path.replace("/_next/", ".next/");
    const text = readFileSync(posix.join(process.cwd(), file), "utf8");
    if (/<\/style/i.test(text)) return undefined;
    const folder = posix.dirname(path);
    const css = text.replace(RELATIVE_URL, (_url, quote: string, relative: string) => {
      return `url(${quote}${posix.join(folder, relative)}${quote})`;
    });
    const fonts = css.match(FETCHED_FONT) ?? [];
    return { rules: css.replace(FETCHED_FONT, ""), fonts: fonts.join("") };
  } catch {
    return undefined;
  }
}
