import { afterAll, afterEach, beforeAll } from "vitest";
import { createSandbox } from "../../../sandbox/create-sandbox";
import { orderRequest } from "../samples/requests";

export type Json = Record<string, unknown>;
export type Answer = { status: number; headers: Headers; body: unknown };

/** The headers that every call must have. */
export const HEADERS: Readonly<Record<string, string>> = {
  "x-cr-application": "partner-4711",
  "x-cr-version": "1.2.3",
  "x-forwarded-for": "203.0.113.7",
  "user-agent": "Mozilla/5.0 (contract test)",
  "content-type": "application/json",
};

/** A sandbox of this file's own, on a free port; whatever a test did to it is undone after the test. */
export function sandboxForTests(options: { seed?: number; stepMs?: number } = {}) {
  const sandbox = createSandbox(options);
  let url = "";
  beforeAll(async () => {
    ({ url } = await sandbox.listen(0));
  });
  afterEach(async () => {
    await send("POST", "/__control/reset", {}, { body: {} });
  });
  afterAll(() => sandbox.close());

  async function send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const reply = await fetch(url + path, {
      method,
      headers,
      redirect: "manual",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.startsWith("application/json");
    return {
      status: reply.status,
      headers: reply.headers,
      body: isJson && text !== "" ? parse(text) : text,
    };
  }

  const get = (path: string, signal?: AbortSignal) =>
    send("GET", path, HEADERS, signal ? { signal } : {});
  const post = (path: string, body: unknown) => send("POST", path, HEADERS, { body });
  const control = (path: string, body: unknown = {}) =>
    send("POST", `/__control/${path}`, {}, { body });

  return {
    url: () => url,
    send,
    get,
    post,
    control,
    /** The answer's body, which must have come with 200 or 201. */
    async read(path: string): Promise<unknown> {
      return succeeded(await get(path));
    },
    async create(body: unknown = orderRequest()): Promise<Json> {
      return asRecord(succeeded(await post("/v5/orders", body)));
    },
    /** Lets something happen to an order, and reads the order as a client does. */
    async move(order: Json, action: string, body: unknown = {}): Promise<Json> {
      succeeded(await control(`orders/${order.order_id}/${action}`, body));
      return asRecord(succeeded(await get(`/v5/orders/${order.order_id}`)));
    },
    fault: (body: Json) => control("faults", body),
    clear: () => send("DELETE", "/__control/faults", {}),
    async log(): Promise<Json[]> {
      return asList(succeeded(await send("GET", "/__control/log", {})));
    },
    async stats(): Promise<Json> {
      return asRecord(succeeded(await send("GET", "/__control/stats", {})));
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function succeeded({ status, body }: Answer): unknown {
  if (status < 200 || status > 299) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

export function asRecord(value: unknown): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`${JSON.stringify(value)} is no object`);
  return value as Json;
}

export function asList(value: unknown): Json[] {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} is no list`);
  return value.map(asRecord);
}

export function asText(value: unknown): string {
  if (typeof value !== "string") throw new Error(`${JSON.stringify(value)} is no text`);
  return value;
}

/** The member of a list with this value; a test that looks for it fails without it. */
export function pick(list: unknown, key: string, value: unknown): Json {
  const found = asList(list).find((item) => item[key] === value);
  if (!found) throw new Error(`nothing has ${key} ${String(value)}`);
  return found;
}
