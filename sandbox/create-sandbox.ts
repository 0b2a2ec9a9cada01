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
import { headerFault, playFault, readBody, sendJson } from "./http/exchange";
import { Faults } from "./http/faults";
import { indexPage } from "./http/index-page";
import { logoSvg } from "./http/logo";
import { streamOrder } from "./http/subscribe";
import { ACTIONS, settle } from "./orders/actions";
import { validationBody } from "./orders/bodies";
import { OrderBook } from "./orders/book";
import type { Json } from "./orders/types";
import { validate } from "./orders/validate";

type Options = { seed?: number; stepMs?: number };
type Entry = {
  method: string;
  path: string;
  query: string;
  headers: unknown;
  body: unknown;
  status: number;
};

export type Sandbox = {
  listen(port?: number): Promise<{ url: string; port: number }>;
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
const MAX_LOG = 5_000;

/** A stand-in of the upstream: its own process or, in tests, a server on a free port. */
export function createSandbox({ seed = 1, stepMs = 1500 }: Options = {}): Sandbox {
  const brandsOf = brandWorld(seed);
  const book = new OrderBook();
  const faults = new Faults();
  const log: Entry[] = [];
  let refused = 0;
  let openStreams = 0;

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", "http://sandbox");
    if (url.pathname === "/")
      return page(
        response,
        "text/html; charset=utf-8",
        indexPage([...book.orders.values()].reverse()),
      );
    if (url.pathname.startsWith("/logos_v2/"))
      return image(response, logoSvg(url.pathname.slice("/logos_v2/".length)));
    if (url.pathname.startsWith("/v3/qrs/")) {
      const known = book.find(url.pathname.slice("/v3/qrs/".length));
      return image(
        response,
        known &&
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0z"/></svg>',
      );
    }
    const body = await readBody(request);
    if (url.pathname.startsWith("/__control/"))
      return control(request.method ?? "GET", url.pathname.slice(11), body, response);
    response.on("finish", () => {
      log.push({
        method: request.method ?? "",
        path: url.pathname,
        query: url.search,
        headers: request.headers,
        body,
        status: response.statusCode,
      });
      if (log.length > MAX_LOG) log.shift();
    });
    const route = ROUTES.find(
      ({ method, pattern }) => method === request.method && pattern.test(url.pathname),
    );
    if (!route) return sendJson(response, 404, { status: 404, detail: "NOT_FOUND" });
    const missing = headerFault(request, route.name);
    if (missing) {
      refused += 1;
      return sendJson(response, 400, {
        status: 400,
        detail: "BAD_REQUEST",
        message: `Header ${missing} is missing or malformed`,
      });
    }
    const fault = faults.take(route.name);
    if (fault && (await playFault(fault, request, response, body))) return;
    const laid = faults.answer(route.name);
    if (laid) return sendJson(response, laid.status, laid.body);
    const id = route.pattern.exec(url.pathname)?.[1] ?? "";
    if (route.name === "subscribe") return subscribe(id, response);
    if (route.name === "orders") return create(body, request, response);
    const { status, body: answer } = reply(route.name, id, url.searchParams, body, request);
    return sendJson(response, status, answer);
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
        return { status: 200, body: paymentVias() };
      case "currencies":
        return { status: 200, body: currencies() };
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
        if (verdict.kind === "ok") return { status: 200, body: validationBody(verdict.checked) };
        return {
          status: 200,
          body: { coin: null, coin_amount: null, deliveries: [], problems: verdict.problems },
        };
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
    const drift = faults.take("orders", ["price-drift"]);
    const echo = faults.take("orders", ["wrong-echo"]);
    const drop = faults.take("orders", ["drop-after-create"]);
    const refund = (body as Json).refund_wallet_address;
    const order = book.create(verdict.checked, { refund, driftPercent: drift?.percent ?? 0 });
    const [first] = order.body.deliveries;
    if (echo && first)
      Object.assign(first.deliverable, {
        denomination: "999 USD",
        localized_denomination: "$999",
        product_value: null,
      });
    if (drop) {
      return request.socket.destroy();
    }
    return sendJson(response, 201, order.body);
  }

  function subscribe(id: string, response: ServerResponse): unknown {
    const order = book.find(id);
    if (!order) return sendJson(response, 404, { status: 404, detail: "NOT_FOUND" });
    openStreams += 1;
    response.on("close", () => {
      openStreams -= 1;
    });
    return streamOrder(order, response, faults.take("subscribe", ["stall", "cut", "stop"]));
  }

  function control(method: string, path: string, body: unknown, response: ServerResponse): unknown {
    const values = (typeof body === "object" && body !== null ? body : {}) as Json;
    const done = (answer: unknown = { ok: true }) => sendJson(response, 200, answer);
    const onOrder = /^orders\/([\w-]+)\/([a-z-]+)$/.exec(path);
    if (method === "POST" && onOrder)
      return act(onOrder[1] ?? "", onOrder[2] ?? "", values, response);
    switch (`${method} ${path}`) {
      case "GET orders":
        return done([...book.orders.values()].map(({ body: order }) => order));
      case "POST clock":
        book.advance(typeof values.advanceSeconds === "number" ? values.advanceSeconds : 0);
        return done();
      case "POST faults":
        faults.add(values);
        return done();
      case "DELETE faults":
        faults.clear();
        return done();
      case "POST next":
        faults.queue(values);
        return done();
      case "GET log":
        return done(log);
      case "DELETE log":
        log.length = 0;
        return done();
      case "GET stats":
        return done({ requests: log.length, refused, orders: book.orders.size, openStreams });
      case "POST reset":
        book.reset();
        faults.clear();
        log.length = 0;
        refused = 0;
        return done();
      default:
        return sendJson(response, 404, { status: 404, detail: "NO_SUCH_CONTROL" });
    }
  }

  function act(id: string, name: string, body: Json, response: ServerResponse): unknown {
    const order = book.find(id);
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!order || (!action && name !== "settle"))
      return sendJson(response, 404, { status: 404, detail: "NOT_FOUND" });
    if (action) action(order, book, body);
    else settle(order, book, stepMs);
    return sendJson(response, 200, order.body);
  }

  return {
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
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

function page(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { "content-type": type });
  response.end(text);
}

function image(response: ServerResponse, svg: string | undefined): void {
  if (svg === undefined) {
    response.writeHead(404);
    response.end();
    return;
  }
  response.writeHead(200, {
    "content-type": "image/svg+xml",
    "cache-control": "public, max-age=86400",
  });
  response.end(svg);
}
