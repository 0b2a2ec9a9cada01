import { NOTE_EARLY_INPUT } from "../early-input/note-early-input";
import { inlineStyles } from "./inline-styles";

const SCRIPT = /<script(?=[^>]* async="")(?=[^>]* src="\/_next\/static\/)[^>]*><\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;
const EMPTY = '<!DOCTYPE html><html id="__next_error__"';
const HELD = '<template id="after-paint">';
const NONCE = /<script[^>]*( nonce="[^"]+")/;

/**
 * Puts what waits into the head once something is painted. In the background nothing is, nor for a while
 * in a frame out of sight, and some browsers do not tell, or refuse to: then it goes in all the same, after
 * a second, as slow devices are late to paint.
 */
const GO_ON = `(()=>{
let waiting=document.getElementById("after-paint");
const go=()=>{if(waiting)document.head.append(waiting.content);waiting=null};
setTimeout(go,document.hidden?0:1e3);
try{new PerformanceObserver(go).observe({type:"paint",buffered:true})}catch{}
})()`.replaceAll("\n", "");

/**
 * A document of the framework in the order in which its reader needs it: first all that there is to see,
 * with its styles inside; scripts and fonts once that is painted. They would come over the same line at
 * the same time, and scripts that are early run before the first paint. One in this order stays as it is.
 */
export function paintFirst(document: string): string {
  const scripts = document.match(SCRIPT);
  // Some pages of 404 are empty until scripts have drawn them.
  if (!scripts || document.startsWith(EMPTY) || document.includes(HELD)) return document;
  const styled = inlineStyles(document);
  const fonts = styled.fonts && `<style>${styled.fonts}</style>`;
  const nonce = NONCE.exec(document)?.[1] ?? "";
  const end =
    `${HELD}${fonts}${scripts.join("")}</template>` +
    `<script${nonce}>${NOTE_EARLY_INPUT}${GO_ON}</script></body>`;
  return styled.document
    .replace(SCRIPT, "")
    .replace(SCRIPT_PRELOAD, "")
    .replace("</body>", () => end);
}
