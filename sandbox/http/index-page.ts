import { ACTIONS, isPossible } from "../orders/actions";
import type { OrderBook } from "../orders/book";
import type { Order } from "../orders/types";
import type { Fault } from "./faults";

const escapeText = (text: string): string =>
  text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const ENDPOINTS: readonly (readonly [string, string, string])[] = [
  ["GET", "/v3/payment_vias", "Coins and networks"],
  ["GET", "/v3/currencies", "Coins alone"],
  ["GET", "/v2/brands?country_code=US", "All brands of a country"],
  ["GET", "/v2/homepage?country_code=US", "Rows for a country's home"],
  [
    "GET",
    "/v5/products/country/US?brand_name=Pixelforge&coin=USDC&lang=en",
    "Products of a brand or a family",
  ],
  [
    "GET",
    "/v4/products/price?brand_name=Example+Stays&country_code=US&face_value=100&coin=USDC",
    "Price of a value in a range",
  ],
  ["POST", "/v5/orders/validations", "Checks an order and prices it"],
  ["POST", "/v5/orders", "Makes an order"],
  ["GET", "/v5/orders/{id}", "An order"],
  ["GET", "/v5/orders/{id}/subscribe", "Its events"],
  ["GET", "/v3/qrs/{id}", "QR code of what is to be paid"],
  ["GET", "/logos_v2/{name}.webp", "Logos, in six variants"],
];

/** The actions as people look for them; one that is new stands under “Other” by itself. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ["All by itself", ["settle"]],
  ["Payment", ["start", "pay", "confirm", "pay-part", "pay-more", "pay-late", "wrong-coin"]],
  ["Delivery", ["preparing", "deliver", "fail-line", "rebuy"]],
  ["People step in", ["manual", "quarantine", "refund"]],
  ["It ends", ["expire", "fail", "setup-failure", "cancel"]],
];
const grouped = new Set(GROUPS.flatMap(([, names]) => names));
const others = Object.keys(ACTIONS).filter((name) => name !== "set" && !grouped.has(name));

const FAULTS: readonly (readonly [string, object])[] = [
  ["Everything answers 503", { kind: "status", status: 503 }],
  ["Everything takes 3 s", { kind: "delay", ms: 3000 }],
  ["Creation is rate-limited", { endpoint: "orders", kind: "rate-limit", retryAfter: 30 }],
  ["The next order's answer is lost", { endpoint: "orders", kind: "drop-after-create", times: 1 }],
  [
    "The next order costs 2 % more",
    { endpoint: "orders", kind: "price-drift", percent: 2, times: 1 },
  ],
  ["The next order's address is cut short", { endpoint: "orders", kind: "bad-address", times: 1 }],
  ["Streams stay silent", { endpoint: "subscribe", kind: "stall" }],
];

const button = (label: string, path: string, body: object = {}, method = "POST"): string =>
  `<button data-method="${method}" data-path="/__control/${path}" data-body="${escapeText(JSON.stringify(body))}">${escapeText(label)}</button>`;

function orderCard(order: Order): string {
  const { body } = order;
  const groups = [...GROUPS, ["Other", others] as const]
    .map(([title, names]) => [title, names.filter((name) => isPossible(order, name))] as const)
    .filter(([, names]) => names.length > 0)
    .map(
      ([title, names]) =>
        `<dt>${title}</dt><dd>${names.map((name) => button(name, `orders/${order.id}/${name}`)).join(" ")}</dd>`,
    );
  const lines = order.checked.lines
    .map(({ brand, denomination, value }) => `${brand.name} ${value ?? denomination}`)
    .join(", ");
  return `<section><h3>${escapeText(lines)}</h3>
<p><mark>${escapeText(`${body.order_state} / ${body.payment_state}`)}</mark> ${escapeText(`${body.coin_amount} ${body.coin} on ${body.network}, received ${body.sent_coin_amount}`)}<br>
<code>${order.id}</code> · ${escapeText(order.checked.email)}</p><dl>${groups.join("")}</dl></section>`;
}

function endpointRow([method, path, purpose]: readonly [string, string, string]): string {
  const callable = method === "GET" && !path.includes("{");
  const ask = callable ? `<button data-try="${escapeText(path)}">Ask</button>` : "";
  return `<tr><td>${method}<td><code>${escapeText(path)}</code><td>${purpose}<td>${ask}`;
}

const faultRow = ({ endpoint, kind, times }: Fault): string =>
  `<li><code>${kind}</code> on <code>${endpoint}</code>${times === null ? "" : `, ${times} more`}</li>`;

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:64rem;margin:2rem auto;padding:0 1rem}
section{border:1px solid #8886;border-radius:8px;padding:0 1rem 1rem;margin:1rem 0}h3{margin-bottom:0}
dl{display:grid;grid-template-columns:9rem 1fr;gap:.4rem 1rem;margin:0}dt{color:GrayText}dd{margin:0}
button{font:inherit;font-size:.9em;padding:.15rem .6rem}code{font-size:.9em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}td{padding:.25rem .75rem .25rem 0;vertical-align:top}
pre{max-height:24rem;overflow:auto;border:1px solid #8886;border-radius:8px;padding:1rem}
@media(max-width:40rem){dl{grid-template-columns:1fr}td{display:inline-block}}`;

// No cookie and no referrer: the sandbox refuses both, for a shop may send neither.
const SCRIPT = `const asked={headers:{"x-cr-application":"sandbox-page","x-cr-version":"1","x-forwarded-for":"127.0.0.1","content-type":"application/json"},credentials:"omit",referrerPolicy:"no-referrer"};
addEventListener("click",async event=>{const{path,body,method,try:ask}=event.target.dataset??{};
if(ask){const out=document.getElementById("answer");out.hidden=false;out.textContent="…";
const reply=await fetch(ask,asked);out.textContent=reply.status+" "+ask+"\\n"+JSON.stringify(await reply.json(),null,2).slice(0,20000);out.scrollIntoView({block:"nearest"})}
if(path){await fetch(path,{method,headers:{"content-type":"application/json"},body:method==="POST"?body:undefined});location.reload()}})`;

/** A page for people: what there is, which orders stand, and buttons that move them. */
export function indexPage(book: OrderBook, faults: readonly Fault[]): string {
  const orders = [...book.orders.values()].reverse();
  const now = new Date(book.nowSeconds() * 1000).toISOString().replace(".000Z", " UTC");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sandbox</title><link rel="icon" href="data:,">
<style>${STYLE}</style>
<h1>Sandbox</h1><p>A stand-in of the upstream for demos and tests. Nothing here is real, and no money moves.</p>
<h2>Orders</h2>${orders.map(orderCard).join("") || "<p>None yet. Orders that the shop makes appear here; reload to see them.</p>"}
<h2>Clock</h2><p>${now.replace("T", " ")} ${button("+ 5 minutes", "clock", { advanceSeconds: 300 })} ${button("+ 31 minutes", "clock", { advanceSeconds: 1860 })} ${button("Forget everything", "reset")}</p>
<h2>Faults</h2>${faults.length > 0 ? `<ul>${faults.map(faultRow).join("")}</ul>` : "<p>None is on.</p>"}
<p>${FAULTS.map(([label, body]) => button(label, "faults", body)).join(" ")} ${button("All off", "faults", {}, "DELETE")}</p>
<h2>Endpoints</h2><table>${ENDPOINTS.map(endpointRow).join("")}</table><pre id="answer" hidden></pre>
<p>What was received: <a href="/__control/log">log</a>, <a href="/__control/stats">counts</a>, <a href="/__control/orders">orders as JSON</a>. The README beside the source tells the rest.</p>
<script>${SCRIPT}</script></html>`;
}
