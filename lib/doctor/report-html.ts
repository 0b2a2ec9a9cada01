import { directionOf } from "../i18n/direction";
import type { DoctorWords, Report } from "./report";

/** Nothing but the page's own style. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:52rem;padding:1.5rem 1rem;background:Canvas;color:CanvasText;font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.625rem;line-height:1.25}
ul{list-style:none;padding:0}
li{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.25rem 1rem;padding-block:.75rem;border-block-end:1px solid}
strong[data-level=ok]{font-weight:400}
p{margin:0;overflow-wrap:anywhere}
small{display:block;font-size:.875rem}
.summary{margin-block:1rem}`;

/** A report as a page of its own that runs no script. */
export function reportHtml(report: Report, words: DoctorWords, locale: string): string {
  const items = report.lines.map(
    ({ level, check, text, help }) =>
      `<li><strong data-level="${level}">${escapeHtml(words.levels[level])}</strong>` +
      `<div><small>${escapeHtml(check)}</small><p>${escapeHtml(text)}</p>` +
      `${help === undefined ? "" : `<p>${escapeHtml(help)}</p>`}</div></li>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(words.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.intro)}</p>
<p class="summary"><b>${escapeHtml(report.summary)}</b></p>
<ul>
${items.join("\n")}
</ul>
</main>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
