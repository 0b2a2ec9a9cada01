import { expect, onTestFinished } from "vitest";
import type { UpstreamError } from "@/lib/cryptorefills/errors";
import { openOrderStream } from "@/lib/cryptorefills/stream";
import { buyer } from "./upstream-stub";

/** Opens the adapter's stream and notes in words what it hears. */
export function followStream(orderId = "o-1") {
  const heard: string[] = [];
  const errors: (UpstreamError | undefined)[] = [];
  const stream = openOrderStream(buyer, orderId, {
    onOpen: () => heard.push("open"),
    onOrder: ({ order_state }) => heard.push(order_state),
    onStop: () => heard.push("stop"),
    onClose: (error) => {
      errors.push(error);
      heard.push(error ? `closed: ${error.kind}` : "closed");
    },
  });
  onTestFinished(() => stream.close());
  const hears = (...expected: string[]) =>
    expect.poll(() => heard, { interval: 5, timeout: 3_000 }).toEqual(expected);
  return { ...stream, heard, errors, hears };
}
