import { escapeHtml, plainPage } from "../plain-page";

export type OfflineWords = {
  title: string;
  text: string;
  warning: string;
  amount: string;
  network: string;
  address: string;
  until: string;
  copyAmount: string;
  copyAddress: string;
  copied: string;
  noneTitle: string;
  noneText: string;
  awayText: string;
  retry: string;
  keptTitle: string;
  keptText: string;
  show: string;
  hide: string;
  serial: string;
  securityCode: string;
  damaged: string;
  passphrase: string;
  unlock: string;
  wrong: string;
};

/** Nothing but the page's own script and style; not even a picture. */
export const OFFLINE_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const STYLE = `body{max-width:36rem}
dt{margin-block-start:1rem;font-size:.875rem}
dd{margin:0;font-size:1.25rem;overflow-wrap:anywhere}
#address{font:1rem/1.75 ui-monospace,monospace}
button{min-height:2.75rem;margin-block-start:.5rem;padding-inline:1rem;border:1px solid;border-radius:.6rem;background:none;color:inherit;font:inherit}
h2{margin-block:2rem 0;font-size:1.25rem}
h3{margin-block:1rem 0;font-size:1rem}
ul{margin:0;padding:0;list-style:none}
li code{display:block;font:600 1.25rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
input{box-sizing:border-box;display:block;width:100%;min-height:2.75rem;padding-inline:.75rem;border:1px solid;border-radius:.6rem;background:none;color:inherit;font:inherit}
.warning{margin-block-start:1.5rem;padding:1rem;border:1px solid;border-radius:.6rem}
[hidden]{display:none}`;

/**
 * What the shop is without a connection: a page that says so; of an order, or of all, the payment as long
 * as this device has a copy of it, and the codes that are kept here.
 */
export function offlineShell(locale: string, words: OfflineWords): string {
  const text = Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, escapeHtml(value)]),
  ) as OfflineWords;
  const copy = (what: string, label: string) =>
    `<button type="button" data-copy="${what}" data-done="${text.copied}">${label}</button>`;
  const main = `<section id="pay" hidden>
<h1>${text.title}</h1>
<p>${text.text}</p>
<dl>
<dt>${text.amount}</dt>
<dd translate="no"><bdi dir="ltr"><span id="amount"></span> <span id="coin"></span></bdi></dd>
<dt>${text.network}</dt>
<dd id="network" translate="no"></dd>
<dt>${text.address}</dt>
<dd translate="no"><bdi id="address" dir="ltr"></bdi></dd>
<dt>${text.until}</dt>
<dd id="until"></dd>
</dl>
${copy("amount", text.copyAmount)}
${copy("address", text.copyAddress)}
<p class="warning">${text.warning}</p>
</section>
<section id="none" hidden>
<h1>${text.noneTitle}</h1>
<p>${text.noneText}</p>
</section>
<section id="away" hidden>
<h1>${text.noneTitle}</h1>
<p>${text.awayText}</p>
</section>
<section id="kept" data-show="${text.show}" data-hide="${text.hide}" data-serial="${text.serial}" data-security="${text.securityCode}" data-damaged="${text.damaged}" hidden>
<h2>${text.keptTitle}</h2>
<p>${text.keptText}</p>
<form id="unlock" hidden>
<label for="passphrase">${text.passphrase}</label>
<input id="passphrase" name="passphrase" type="password" autocomplete="off" aria-describedby="unlock-wrong">
<button>${text.unlock}</button>
<p id="unlock-wrong" role="alert" hidden>${text.wrong}</p>
</form>
<ul id="kept-codes"></ul>
</section>
<button type="button" id="again">${text.retry}</button>`;
  return plainPage({
    locale,
    title: words.title,
    style: STYLE,
    head: '<meta name="format-detection" content="telephone=no, address=no">\n',
    main,
    scripts: '<script src="/offline.js"></script>\n<script src="/offline-codes.js"></script>\n',
  });
}
