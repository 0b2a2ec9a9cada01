import { pickNumber } from "./random";
import type { Brand } from "./types";

type Text = { description: string; redeem: string; terms: string; note: string };

const TEXTS: Readonly<Record<string, (brand: string) => Text>> = {
  en: (brand) => ({
    description: `<p>Credit for everything at <b>${brand}</b>, online and in stores.</p>`,
    redeem: `<ol><li>Sign in at <a href="https://redeem.example/">redeem.example</a>.</li><li>Choose <strong>Redeem</strong> and enter the code.</li><li>The credit is there at once.</li></ol>`,
    terms:
      "<p>No cash value. Not refundable once delivered.</p><ul><li>Valid for five years.</li><li>One account each.</li></ul>",
    note: "<p><b>#protip</b> Add the credit before you shop: some items take no codes at the till.</p>",
  }),
  tr: (brand) => ({
    description: `<p><b>${brand}</b> mağazalarında ve sitesinde geçerli bakiye.</p>`,
    redeem: `<ol><li><a href="https://redeem.example/">redeem.example</a> adresinde oturum açın.</li><li><strong>Kodu kullan</strong> seçeneğine girip kodu yazın.</li><li>Bakiye hemen yüklenir.</li></ol>`,
    terms: "<p>Nakde çevrilemez. Teslim edildikten sonra iade edilmez.</p>",
    note: "<p><b>#ipucu</b> Bakiyeyi alışverişten önce yükleyin.</p>",
  }),
  de: (brand) => ({
    description: `<p>Guthaben für alles bei <b>${brand}</b>.</p>`,
    redeem: "<ol><li>Anmelden.</li><li>Code eingeben.</li></ol>",
    terms: "<p>Keine Barauszahlung, keine Rückgabe.</p>",
    note: "",
  }),
  es: (brand) => ({
    description: `<p>Saldo para todo en <b>${brand}</b>.</p>`,
    redeem: "<ol><li>Inicia sesión.</li><li>Introduce el código.</li></ol>",
    terms: "<p>Sin valor en efectivo.</p>",
    note: "",
  }),
  fr: (brand) => ({
    description: `<p>Du crédit pour tout chez <b>${brand}</b>.</p>`,
    redeem: "<ol><li>Connectez-vous.</li><li>Saisissez le code.</li></ol>",
    terms: "<p>Non remboursable.</p>",
    note: "",
  }),
  pt: (brand) => ({
    description: `<p>Crédito para tudo na <b>${brand}</b>.</p>`,
    redeem: "<ol><li>Entre na conta.</li><li>Digite o código.</li></ol>",
    terms: "<p>Sem reembolso.</p>",
    note: "",
  }),
};

const HOSTILE = {
  description: `<p onclick="window.__pwned=1">Play <img src=x onerror="window.__pwned=1"> now</p><script>window.__pwned=1</script><svg onload="window.__pwned=1"></svg>`,
  how_to_redeem: `<ol><li><a href="javascript:window.__pwned=1">Click</a></li><li><a href="https://redeem.example/ok">Good link</a></li></ol><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  term_and_conditions: `<style>body{display:none}</style><p>Terms</p><form action="https://evil.example"><input name="x"></form>`,
  note: `<base href="https://evil.example/"><b>#protip</b> </p></div></body></html>`,
};

/** `null` for languages that upstream has no texts in. */
export function richDescription(brand: Brand, lang: string) {
  if (brand.text === "none" || !Object.hasOwn(TEXTS, lang)) return null;
  const country = [brand.country, "", null][pickNumber(`text|${brand.name}`, 3)] ?? null;
  const head = { markup: "html", locale: lang, country_code: country, sizeInBytes: 1024 };
  if (brand.text === "hostile") return { ...head, ...HOSTILE, redeem_geo: "US <script>only" };
  const text = TEXTS[lang]?.(brand.name);
  return {
    ...head,
    description: text?.description,
    how_to_redeem: text?.redeem,
    // Spelled like this by upstream here, and with an s in orders.
    term_and_conditions: text?.terms,
    redeem_geo: brand.country,
    ...(text?.note ? { note: text.note } : {}),
  };
}

/** The texts that come with a code. The terms are spelled with an s here. */
export function orderTexts(brand: Brand) {
  return brand.text === "hostile"
    ? {
        redeem_instructions: HOSTILE.how_to_redeem,
        terms_and_conditions: HOSTILE.term_and_conditions,
      }
    : {
        redeem_instructions: "<ol><li>Open redeem.example</li><li>Enter the code</li></ol>",
        terms_and_conditions: "<p>No cash value.</p>",
      };
}
