import { ACTIONS } from "../orders/actions";
import type { Order } from "../orders/types";

const ENDPOINTS = [
  "GET /v3/payment_vias",
  "GET /v3/currencies",
  "GET /v2/brands?country_code=US",
  "GET /v2/homepage?country_code=US",
  "GET /v5/products/country/US?brand_name=Pixelforge&coin=USDC&lang=en",
  "GET /v4/products/price?brand_name=Example+Stays&country_code=US&face_value=100&coin=USDC",
  "POST /v5/orders/validations",
  "POST /v5/orders",
  "GET /v5/orders/{id}",
  "GET /v5/orders/{id}/subscribe",
  "GET /v3/qrs/{id}",
  "GET /logos_v2/{name}.webp",
];
const CONTROLS = [
  "POST /__control/orders/{id}/{action}",
  "GET /__control/orders",
  "POST /__control/clock",
  "POST /__control/faults",
  "DELETE /__control/faults",
  "POST /__control/next",
  "GET /__control/log",
  "DELETE /__control/log",
  "GET /__control/stats",
  "POST /__control/reset",
];

const escapeText = (text: string): string =>
  text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A page for people: what there is, which orders stand, and buttons that move them. */
export function indexPage(orders: readonly Order[]): string {
  const list = (items: readonly string[]) =>
    `<ul>${items.map((item) => `<li><code>${escapeText(item)}</code></li>`).join("")}</ul>`;
  const actions = ["settle", ...Object.keys(ACTIONS).filter((name) => name !== "set")];
  const rows = orders.map((order) => {
    const buttons = actions
      .map((name) => `<button data-path="/__control/orders/${order.id}/${name}">${name}</button>`)
      .join(" ");
    const {
      order_state: state,
      payment_state: payment,
      coin_amount: amount,
      coin,
      network,
    } = order.body;
    return `<section><h3>${escapeText(order.checked.lines.map(({ brand }) => brand.name).join(", "))}</h3><p><code>${order.id}</code><br>${escapeText(`${state} / ${payment}`)} · ${escapeText(`${amount} ${coin} on ${network}`)}</p><p>${buttons}</p></section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sandbox</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}section{border:1px solid #8886;border-radius:8px;padding:0 1rem;margin:1rem 0}button{font:inherit;margin:.1rem}code{font-size:.9em}</style>
<h1>Sandbox</h1><p>A stand-in of the upstream for demos and tests. Nothing here is real.</p>
<h2>Orders</h2>${rows.join("") || "<p>None yet.</p>"}<h2>Endpoints</h2>${list(ENDPOINTS)}<h2>Controls</h2>${list(CONTROLS)}
<script>addEventListener("click",async e=>{const p=e.target.dataset?.path;if(p){await fetch(p,{method:"POST",body:"{}"});location.reload()}})</script></html>`;
}
