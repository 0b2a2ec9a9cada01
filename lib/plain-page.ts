import { directionOf } from "./i18n/direction";

type Page = {
  locale: string;
  title: string;
  /** Rules beside those of every such page. */
  style: string;
  /** More elements of the head. */
  head?: string;
  /** What stands in `main`, as HTML. */
  main: string;
  /** What stands behind it, as HTML. */
  scripts?: string;
};

/** A page that works without the shop: no file, no font and no colour of its own, and never indexed. */
export function plainPage({ locale, title, style, head = "", main, scripts = "" }: Page): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
${head}<title>${escapeHtml(title)}</title>
<style>
:root{color-scheme:light dark}
body{margin:0 auto;padding:1.5rem 1rem;background:Canvas;color:CanvasText;font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.625rem;line-height:1.25}
${style}</style>
</head>
<body>
<main>
${main}
</main>
${scripts}</body>
</html>`;
}

/** A text as it stands in HTML, between tags or within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
