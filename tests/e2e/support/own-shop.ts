import { startDemo } from "../../../scripts/start-demo";
import { type RawReply, rawRequest } from "./raw-request";

type Ask = { method?: string; headers?: Record<string, string>; body?: string };
type Entry = { method: string; path: string; headers: Record<string, string> };

/** A shop of one's own, for tests that count what upstream is asked or that break something. */
export async function startOwnShop(env: Record<string, string> = {}) {
  const demo = await startDemo({ shopPort: 0, sandboxPort: 0, env });
  const port = demo.ports.shop;
  const host = `localhost:${port}`;
  const control = (method: string, path: string, body?: object) =>
    fetch(`${demo.sandboxUrl}/__control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    ...demo,
    port,
    host,
    control,
    ask: (path: string, more: Ask = {}): Promise<RawReply> =>
      rawRequest({ port, host, path, ...more }),
    /** What upstream was asked since the journal was cleared. */
    asked: async () => (await (await control("GET", "log")).json()) as Entry[],
  };
}

export type OwnShop = Awaited<ReturnType<typeof startOwnShop>>;
