import type { ServerResponse } from "node:http";
import { ACTIONS, isPossible, settle } from "../orders/actions";
import type { OrderBook } from "../orders/book";
import type { Json } from "../orders/types";
import { sendJson } from "./exchange";
import type { Faults } from "./faults";
import type { Journal } from "./journal";

type World = {
  book: OrderBook;
  faults: Faults;
  journal: Journal;
  counters: { refused: number; openStreams: number };
  stepMs: number;
};

/** Answers `/__control/…`: what the people and tests around the sandbox may do to it. */
export function control(
  world: World,
  { method, path, body }: { method: string; path: string; body: unknown },
  response: ServerResponse,
): unknown {
  const { book, faults, journal, counters } = world;
  const values = (typeof body === "object" && body !== null ? body : {}) as Json;
  const done = (answer: unknown = { ok: true }) => sendJson(response, 200, answer);
  const refuse = (message: string) =>
    sendJson(response, 400, { status: 400, detail: "BAD_CONTROL", message });
  const onOrder = /^orders\/([\w-]+)\/([a-z-]+)$/.exec(path);
  if (method === "POST" && onOrder) {
    return act(world, { id: onOrder[1] ?? "", name: onOrder[2] ?? "", body: values }, response);
  }
  switch (`${method} ${path}`) {
    case "GET orders":
      return done([...book.orders.values()].map((order) => order.body));
    case "POST clock": {
      const seconds = values.advanceSeconds;
      if (typeof seconds !== "number") return refuse("advanceSeconds is no number");
      book.advance(seconds);
      return done({ ok: true, now: book.nowSeconds() });
    }
    case "POST faults": {
      const mistake = faults.add(values);
      return mistake === undefined ? done() : refuse(mistake);
    }
    case "GET faults":
      return done(faults.list());
    case "DELETE faults":
      faults.clear();
      return done();
    case "POST next":
      faults.queue(values);
      return done();
    case "GET log":
      return done(journal.list());
    case "DELETE log":
      journal.clear();
      return done();
    case "GET stats":
      return done({
        requests: journal.list().length,
        refused: counters.refused,
        orders: book.orders.size,
        openStreams: counters.openStreams,
      });
    case "POST reset":
      book.reset();
      faults.clear();
      journal.clear();
      counters.refused = 0;
      return done();
    default:
      return sendJson(response, 404, { status: 404, detail: "NO_SUCH_CONTROL" });
  }
}

function act(
  { book, stepMs }: World,
  { id, name, body }: { id: string; name: string; body: Json },
  response: ServerResponse,
): unknown {
  const order = book.find(id);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!order || (!action && name !== "settle"))
    return sendJson(response, 404, { status: 404, detail: "NOT_FOUND" });
  if (!isPossible(order, name))
    return sendJson(response, 409, {
      status: 409,
      detail: "IMPOSSIBLE",
      message: `${name} cannot happen to an order that is ${order.body.order_state}`,
    });
  if (action) action(order, book, body);
  else settle(order, book, stepMs);
  return sendJson(response, 200, order.body);
}
