import { expect } from "vitest";
import { HEADERS } from "./upstream";

/** The raw text of an event stream as it comes, byte for byte. */
export async function openStream(url: string, orderId: unknown) {
  const abort = new AbortController();
  const reply = await fetch(`${url}/v5/orders/${String(orderId)}/subscribe`, {
    headers: { ...HEADERS, accept: "text/event-stream" },
    signal: abort.signal,
  });
  let text = "";
  let end: "open" | "ended" | "broken" = "open";
  const reading = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of reply.body ?? []) text += decoder.decode(chunk, { stream: true });
      end = "ended";
    } catch {
      end = "broken";
    }
  })();
  return {
    status: reply.status,
    headers: reply.headers,
    text: () => text,
    end: () => end,
    frames: () => text.split("\n\n").slice(0, -1),
    /** Waits for so many whole events. */
    async events(count: number): Promise<string[]> {
      await expect.poll(() => text.split("\n\n").length - 1, { interval: 5 }).toBe(count);
      return text.split("\n\n").slice(0, -1);
    },
    async closed(): Promise<"ended" | "broken"> {
      await expect.poll(() => end, { interval: 5 }).not.toBe("open");
      return end === "ended" ? "ended" : "broken";
    },
    async close(): Promise<void> {
      abort.abort();
      await reading;
    },
  };
}
