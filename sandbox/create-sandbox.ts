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
import { pictureFor, sendPicture } from "./http/pictures";
import { streamOrder } from "./http/subscribe";
import { validationBody } from "./orders/bodies";
import { OrderBook } from "./orders/book";
import { cutAddress, spoilEcho } from "./orders/spoil";
import type { Json } from "./orders/types";
import { validate } from "./orders/validate";

type Options = { seed?: number; stepMs?: number };

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
    serve(request, response).catch((error: unknown) => tellMistake(response, error));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", "http://sandbox");
    const picture = pictureFor(url, (id) => book.find(id));
    if (picture) return sendPicture(response, picture);
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

/** A mistake of the sandbox's own: it says so, for a cut connection would pass for a fault that somebody wished. */
function tellMistake(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { status: 500, detail: "SANDBOX_MISTAKE", message });
}

function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(html);
}
