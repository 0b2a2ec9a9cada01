import "server-only";
import type { OrderView } from "../contract/order-view";
import type { Identity } from "../cryptorefills/headers";
import type { UpstreamOrder } from "../cryptorefills/schemas/order";
import { describeError, log } from "../log";
import { shutdown } from "../shutdown";
import { subscribeToOrder } from "./hub";

const PING_MS = 15_000;
const RETRY_MS = 3_000;
/** A reader that lets this much pile up is gone in all but name. */
const MAX_WAITING_BYTES = 256 * 1024;
/** A little longer than a payment window; whoever still watches then comes back with fresh rights. */
const LIFETIME_MS = 35 * 60_000;

type Source = {
  shopId: string;
  orderId: string;
  identity: Identity;
  /** The browser's connection. */
  signal: AbortSignal;
  toView(order: UpstreamOrder): Promise<OrderView>;
};

/**
 * The Server-Sent Events of one browser: views as unnamed events, `ping` every 15 s, `stop` when the
 * stream has nothing more to say, `shutdown` when the browser is to come back: this process ends, or the
 * stream has lasted its time.
 */
export function orderEvents(source: Source): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave: () => void = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true;
        let number = 0;
        let last: UpstreamOrder | undefined;
        let sending: Promise<void> = Promise.resolve();
        let deadline: NodeJS.Timeout | undefined;

        const write = (text: string) => {
          if (!open) return;
          if ((controller.desiredSize ?? 0) <= 0) finish();
          else controller.enqueue(encoder.encode(text));
        };
        const finish = () => {
          if (!open) return;
          leave();
          controller.close();
        };
        // An order that cannot be shown leaves the browser what it has; the next one may be fine.
        const viewOf = (order: UpstreamOrder) =>
          source.toView(order).catch((error: unknown) => {
            log.error({ event: "view_failed", error: describeError(error) });
            return undefined;
          });
        const sendView = (order: UpstreamOrder) => {
          last = order;
          sending = sending.then(async () => {
            const view = await viewOf(order);
            if (!open || !view) return;
            number += 1;
            write(`id: ${number}\ndata: ${JSON.stringify(view)}\n\n`);
            clearTimeout(deadline);
            if (open && view.secondsLeft !== undefined && view.secondsLeft > 0) {
              // At the deadline the view itself changes, although upstream has nothing to say.
              deadline = setTimeout(() => sendView(last ?? order), view.secondsLeft * 1000 + 200);
            }
          });
        };
        const ping = setInterval(
          () => write(`event: ping\ndata: {"serverNow":"${new Date().toISOString()}"}\n\n`),
          PING_MS,
        );
        const comeBack = () => {
          write("event: shutdown\ndata: {}\n\n");
          finish();
        };
        const lifetime = setTimeout(comeBack, LIFETIME_MS);
        // The headers leave with the first byte, so the first byte leaves at once.
        write(`retry: ${RETRY_MS}\n\n`);
        const unsubscribe = subscribeToOrder(source.shopId, source.orderId, source.identity, {
          onOrder: sendView,
          onStop: () => {
            void sending.then(() => {
              write("event: stop\ndata: {}\n\n");
              finish();
            });
          },
        });
        leave = () => {
          open = false;
          clearInterval(ping);
          clearTimeout(deadline);
          clearTimeout(lifetime);
          source.signal.removeEventListener("abort", finish);
          shutdown().signal.removeEventListener("abort", comeBack);
          unsubscribe();
        };
        source.signal.addEventListener("abort", finish, { once: true });
        shutdown().signal.addEventListener("abort", comeBack, { once: true });
        if (source.signal.aborted) finish();
        if (shutdown().signal.aborted) comeBack();
      },
      cancel() {
        leave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
  );
}
