import { escapeHtml, plainPage } from "../plain-page";
import type { DoctorWords, Report } from "./report";

/** Nothing but the page's own style. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE = `body{max-width:52rem}
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
  const main = `<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.intro)}</p>
<p class="summary"><b>${escapeHtml(report.summary)}</b></p>
<ul>
${items.join("\n")}
</ul>`;
  return plainPage({ locale, title: words.title, style: STYLE, main });
}
