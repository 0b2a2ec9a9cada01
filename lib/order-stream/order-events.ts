import "server-only";
import type { OrderView } from "../contract/order-view";
import type { Identity } from "../cryptorefills/headers";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";
import { keepOpen } from "../event-stream/open-streams";
import type { Outlet } from "../event-stream/outlet";
import { describeError, log } from "../log";
import { shutdown } from "../shutdown";
import { subscribeToOrder } from "./hub";

const PING_SECONDS = 15;
const RETRY_MS = 3_000;
/** A little longer than a payment window; whoever still watches then comes back with fresh rights. */
const LIFETIME_SECONDS = 35 * 60;

type Source = {
  shopId: string;
  orderId: string;
  identity: Identity;
  toView(order: UpstreamOrder): Promise<OrderView>;
};

/**
 * Writes the Server-Sent Events of one browser: views as unnamed events, `ping` every 15 s, `stop` when
 * the stream has nothing more to say, `shutdown` when the browser is to come back: this process ends,
 * the stream has lasted its time, or somebody forgot the order.
 */
export function sendOrderEvents(source: Source, outlet: Outlet): void {
  let open = true;
  let number = 0;
  let seconds = 0;
  let last: UpstreamOrder | undefined;
  /** When the view itself changes, although upstream has nothing to say. */
  let deadlineMs = Number.POSITIVE_INFINITY;
  let sending: Promise<void> = Promise.resolve();

  // An order that cannot be shown leaves the browser what it has; the next one may be fine.
  const viewOf = (order: UpstreamOrder) =>
    source.toView(order).catch((error: unknown) => {
      log.error({ event: "view_failed", error: describeError(error) });
      return undefined;
    });
  const sendView = async (order: UpstreamOrder) => {
    const view = open ? await viewOf(order) : undefined;
    if (!open || !view) return;
    number += 1;
    outlet.write(`id: ${number}\ndata: ${JSON.stringify(view)}\n\n`);
    // By the exact time: the seconds left are cut to whole ones, and a view made too early is the old one.
    deadlineMs =
      view.expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(view.expiresAt);
  };
  const queueView = (order: UpstreamOrder) => {
    last = order;
    sending = sending.then(() => sendView(order));
  };
  const finish = (name: "stop" | "shutdown") => {
    if (!open) return;
    leave();
    outlet.write(`event: ${name}\ndata: {}\n\n`);
    outlet.end();
  };
  const comeBack = () => finish("shutdown");
  const beat = () => {
    seconds += 1;
    if (seconds >= LIFETIME_SECONDS) comeBack();
    else if (seconds % PING_SECONDS === 0) {
      outlet.write(`event: ping\ndata: {"serverNow":"${new Date().toISOString()}"}\n\n`);
    }
    if (open && last && Date.now() >= deadlineMs) {
      deadlineMs = Number.POSITIVE_INFINITY;
      queueView(last);
    }
  };
  let unsubscribe = () => {};
  let rest = () => {};
  const leave = () => {
    if (!open) return;
    open = false;
    rest();
    unsubscribe();
  };

  // The headers leave with the first byte, so the first byte leaves at once.
  outlet.write(`retry: ${RETRY_MS}\n\n`);
  unsubscribe = subscribeToOrder(source.shopId, source.orderId, source.identity, {
    onOrder: queueView,
    onStop: () => void sending.then(() => finish("stop")),
    onRightsChanged: comeBack,
  });
  outlet.onGone(leave);
  if (shutdown().signal.aborted) comeBack();
  if (open) rest = keepOpen({ beat, comeBack });
}
