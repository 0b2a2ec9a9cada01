import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { brandWorld } from "./data/brands";
import { currencies, paymentVias } from "./data/vias";
import {
  brandsReply,
  homepageReply,
  priceReply,
  productsReply,
  type Reply,
} from "./http/catalogue";
import { control } from "./http/control";
import { headerFault, originOf, playFault, readBody, sendJson } from "./http/exchange";
import { Faults } from "./http/faults";
import { indexPage } from "./http/index-page";
import { Journal } from "./http/journal";
import { iconSvg, logoSvg } from "./http/logo";
import { qrSvg } from "./http/qr-image";
import { streamOrder } from "./http/subscribe";
import { qrText, validationBody } from "./orders/bodies";
import { OrderBook } from "./orders/book";
import type { Json, Order } from "./orders/types";
import { validate } from "./orders/validate";

type Options = { seed?: number; stepMs?: number };

type Picture = { svg: string | undefined; lasts: boolean };

export type Sandbox = {
  listen(port?: number, host?: string): Promise<{ url: string; port: number }>;
  close(): Promise<void>;
};

const ROUTES: readonly { name: string; method: string; pattern: RegExp }[] = [
  { name: "payment_vias", method: "GET", pattern: /^\/v3\/payment_vias$/ },
  { name: "currencies", method: "GET", pattern: /^\/v3\/currencies$/ },
  { name: "brands", method: "GET", pattern: /^\/v2\/brands$/ },
  { name: "homepage", method: "GET", pattern: /^\/v2\/homepage$/ },
  { name: "products", method: "GET", pattern: /^\/v5\/products\/country\/([A-Z]{2})$/ },
  { name: "price", method: "GET", pattern: /^\/v4\/products\/price$/ },
  { name: "validations", method: "POST", pattern: /^\/v5\/orders\/validations$/ },
  { name: "orders", method: "POST", pattern: /^\/v5\/orders$/ },
  { name: "order", method: "GET", pattern: /^\/v5\/orders\/([\w-]+)$/ },
  { name: "subscribe", method: "GET", pattern: /^\/v5\/orders\/([\w-]+)\/subscribe$/ },
];

const CONTROL = "/__control/";

/** A stand-in of the upstream: its own process or, in tests, a server on a free port. */
export function createSandbox({ seed = 1, stepMs = 1500 }: Options = {}): Sandbox {
  const brandsOf = brandWorld(seed);
  const book = new OrderBook();
  const faults = new Faults();
  const journal = new Journal();
  const counters = { refused: 0, openStreams: 0 };

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", "http://sandbox");
    const picture = pictureFor(url);
    if (picture) return sendImage(response, picture);
    const body = await readBody(request);
    if (url.pathname === "/") return sendPage(response, indexPage(book, faults.list()));
    if (url.pathname.startsWith(CONTROL)) {
      const call = { method: request.method ?? "GET", path: url.pathname.slice(CONTROL.length) };
      return control({ book, faults, journal, counters, stepMs }, { ...call, body }, response);
    }
    journal.add(request, url, body, response);
    const route = ROUTES.find(
      ({ method, pattern }) => method === request.method && pattern.test(url.pathname),
    );
    if (!route) return sendJson(response, 404, { status: 404, detail: "NOT_FOUND" });
    const missing = headerFault(request, route.name);
    if (missing) {
      counters.refused += 1;
      return sendJson(response, 400, {
        status: 400,
        detail: "BAD_REQUEST",
        message: `Header ${missing} is missing or malformed`,
      });
    }
    const fault = faults.before(route.name);
    if (fault && (await playFault(fault, request, response, body))) return;
    const laid = faults.answer(route.name, url.href);
    if (laid) return sendJson(response, laid.status, laid.body);
    const id = route.pattern.exec(url.pathname)?.[1] ?? "";
    if (route.name === "subscribe") return subscribe(id, response);
    if (route.name === "orders") return create(body, request, response);
    const { status, body: answer } = reply(route.name, id, url.searchParams, body, request);
    return sendJson(response, status, answer);
  }

  /** Pictures are asked for by browsers, which send no partner's headers. */
  function pictureFor({ pathname, searchParams }: URL): Picture | undefined {
    const rest = (start: string) =>
      pathname.startsWith(start) ? pathname.slice(start.length) : undefined;
    const logo = rest("/logos_v2/");
    if (logo !== undefined) return { svg: logoSvg(logo), lasts: true };
    const icon = rest("/icons/");
    if (icon !== undefined) return { svg: iconSvg(icon), lasts: true };
    const qr = rest("/v3/qrs/");
    if (qr !== undefined)
      return { svg: qrSvg(book.find(qr), searchParams.has("amount")), lasts: false };
    return undefined;
  }

  function reply(
    name: string,
    id: string,
    query: URLSearchParams,
    body: unknown,
    request: IncomingMessage,
  ): Reply {
    switch (name) {
      case "payment_vias":
        return { status: 200, body: paymentVias(originOf(request)) };
      case "currencies":
        return { status: 200, body: currencies(originOf(request)) };
      case "brands":
        return brandsReply(brandsOf, query.get("country_code"), request);
      case "homepage":
        return homepageReply(brandsOf, query.get("country_code"), request);
      case "products":
        return productsReply(brandsOf, id, query, request);
      case "price":
        return priceReply(brandsOf, query);
      case "validations": {
        const verdict = validate(body, brandsOf);
        if (verdict.kind === "refused") return { status: verdict.status, body: verdict.body };
        if (verdict.kind === "ok") {
          const answer = validationBody(verdict.checked);
          if (faults.within("validations", ["wrong-echo"])) spoilEcho(answer.deliveries);
          return { status: 200, body: answer };
        }
        const { coin, problems } = verdict;
        return { status: 200, body: { coin, coin_amount: null, deliveries: [], problems } };
      }
      default: {
        const order = book.find(id);
        return order
          ? { status: 200, body: order.body }
          : { status: 404, body: { status: 404, detail: "NOT_FOUND" } };
      }
    }
  }

  function create(body: unknown, request: IncomingMessage, response: ServerResponse): unknown {
    const verdict = validate(body, brandsOf);
    if (verdict.kind === "refused") return sendJson(response, verdict.status, verdict.body);
    if (verdict.kind === "problems") {
      const [first] = verdict.problems;
      return sendJson(response, 422, {
        status: 422,
        detail: first?.problem,
        moreDetails: first?.moreDetails,
      });
    }
    if (verdict.checked.network === "")
      return sendJson(response, 400, { status: 400, detail: "BAD_REQUEST" });
    if (verdict.checked.priceless)
      return sendJson(response, 422, { status: 422, detail: "ORDER_CREATE_ERROR" });
    const drift = faults.within("orders", ["price-drift"]);
    const echo = faults.within("orders", ["wrong-echo"]);
    const bad = faults.within("orders", ["bad-address"]);
    const drop = faults.within("orders", ["drop-after-create"]);
    const refund = (body as Json).refund_wallet_address;
    const order = book.create(verdict.checked, {
      refund,
      driftPercent: drift?.percent ?? 0,
      origin: originOf(request),
    });
    if (echo) spoilEcho(order.body.deliveries);
    if (bad) cutAddress(order);
    if (drop) return request.socket.destroy();
    return sendJson(response, 201, order.body);
  }

  function subscribe(id: string, response: ServerResponse): unknown {
    const order = book.find(id);
    if (!order) return sendJson(response, 404, { status: 404, detail: "NOT_FOUND" });
    counters.openStreams += 1;
    response.on("close", () => {
      counters.openStreams -= 1;
    });
    return streamOrder(order, response, faults.within("subscribe", ["stall", "cut", "stop"]));
  }

  return {
    listen: (port = 0, host = "127.0.0.1") =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          const address = server.address();
          const bound = typeof address === "object" && address ? address.port : port;
          resolve({ url: `http://127.0.0.1:${bound}`, port: bound });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        book.reset();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Another denomination than the one that was asked for, as upstream falls back to now and then. */
function spoilEcho([first]: Order["body"]["deliveries"]): void {
  if (!first) return;
  Object.assign(first.deliverable, {
    denomination: "999 USD",
    localized_denomination: "$999",
    product_value: null,
  });
}

/** An address without its last letters, which no network takes. */
function cutAddress({ body, checked: { coin, network } }: Order): void {
  const address = String(body.wallet_address).slice(0, -3);
  const text = qrText(coin, network, address, String(body.coin_amount));
  Object.assign(body, { wallet_address: address, qr_text: text });
}

function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(html);
}

function sendImage(response: ServerResponse, { svg, lasts }: Picture): void {
  if (svg === undefined) {
    response.writeHead(404);
    response.end();
    return;
  }
  response.writeHead(200, {
    "content-type": "image/svg+xml",
    "cache-control": lasts ? "public, max-age=86400" : "no-store",
  });
  response.end(svg);
}
