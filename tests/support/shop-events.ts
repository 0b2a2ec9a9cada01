import { onTestFinished } from "vitest";
import type { ShopClient } from "./shop-client";

export type ShopEvent = { event: string; data: Record<string, unknown> };

/** Opens the shop's own stream of an order; it closes with the test. */
export async function openEvents(client: ShopClient, reference: string) {
  const leave = new AbortController();
  onTestFinished(() => leave.abort());
  const reply = await client.request(`/api/orders/${reference}/subscribe`, {
    signal: leave.signal,
  });
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  /** The next event that fits; everything before it is passed over. */
  const until = async (fits: (event: ShopEvent) => boolean): Promise<ShopEvent> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error("The stream ended");
        text += value;
        continue;
      }
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field("data");
      if (data === undefined) continue;
      const event = { event: field("event") ?? "message", data: JSON.parse(data) };
      if (fits(event)) return event;
    }
  };
  const ended = async () => {
    for (;;) if ((await reader?.read())?.done ?? true) return;
  };
  return { reply, until, ended, leave: () => leave.abort() };
}

export const isPhase =
  (name: string) =>
  ({ data }: ShopEvent): boolean =>
    data.phase === name;

export const isNamed =
  (name: string) =>
  ({ event }: ShopEvent): boolean =>
    event === name;
