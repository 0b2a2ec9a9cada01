import * as z from "zod";
import { isLoopback } from "../is-loopback";
import { isTimeout, reasonOf } from "./ask-upstream";
import { checkClient, type Echo, FORGED_IP } from "./check-client";
import { checkClock } from "./check-clock";
import { checkHeaders, type PageHeaders } from "./check-headers";
import { checkStream, type StreamTimes } from "./check-stream";
import { type Finding, ok, wrong } from "./finding";

const WAIT_MS = 10_000;

const echoSchema = z.object({
  shop: z.string(),
  shopUrl: z.string(),
  host: z.string(),
  ip: z.string().nullable(),
  peer: z.string().nullable(),
  lastHop: z.string().nullable(),
});

type Address = {
  /** Where buyers open the shop. */
  url: string;
  token: string | undefined;
  /** Paths of one page that may be kept and one that may not. */
  pages: { catalogue: string; money: string };
};

/** Opens the running shop as a buyer does, through whatever stands in front of it. */
export async function examineAddress({ url, token, pages }: Address): Promise<Finding[]> {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      headers: {
        ...(token && path.startsWith("/setup/") ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(WAIT_MS),
    });
  try {
    const sentAtMs = Date.now();
    const reply = await ask("/setup/echo");
    const receivedAtMs = Date.now();
    if (!reply.ok) return [wrong("address", "address_refused", { url, status: reply.status })];
    const plain = echoSchema.parse(await reply.json());
    const forgedReply = await ask("/setup/echo", { "x-forwarded-for": FORGED_IP });
    const forged = echoSchema.parse(await forgedReply.json());
    const date = reply.headers.get("date");
    return [
      ...checkAddress(url, plain),
      checkClock({ source: new URL(url).host, date, sentAtMs, receivedAtMs }),
      checkClient({ plain, forged, local: isLoopback(url) }),
      checkStream(await timeStream(ask)),
      ...checkHeaders(
        await Promise.all([
          headersOf(ask, pages.catalogue, false),
          headersOf(ask, pages.money, true),
        ]),
        url.startsWith("https:"),
      ),
    ];
  } catch (error) {
    const kind = isTimeout(error) ? "timeout" : reasonOf(error);
    return [wrong("address", "address_unreachable", { url, kind })];
  }
}

function checkAddress(url: string, echo: Echo): Finding[] {
  const { shop, shopUrl: own, host } = echo;
  if (host !== new URL(url).host) return [wrong("address", "address_host", { url, host })];
  if (new URL(own).origin !== new URL(url).origin) {
    return [wrong("address", "address_differs", { url, shop, own })];
  }
  const open = url.startsWith("https:") || isLoopback(url);
  return [
    open ? ok("address", "address_ok", { url, shop }) : wrong("address", "address_plain", { url }),
  ];
}

type Ask = (path: string) => Promise<Response>;

async function headersOf(ask: Ask, path: string, money: boolean): Promise<PageHeaders> {
  const first = await ask(path);
  const second = await ask(path);
  await Promise.all([first.body?.cancel(), second.body?.cancel()]);
  return { path, status: first.status, money, headers: first.headers, again: second.headers };
}

/** When the two events of the trial stream arrived, counted from the request. */
async function timeStream(ask: Ask): Promise<StreamTimes> {
  const started = performance.now();
  const arrived: number[] = [];
  let encoding: string | undefined;
  try {
    const reply = await ask("/setup/stream");
    encoding = reply.headers.get("content-encoding") ?? undefined;
    const reader = reply.body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      text += decoder.decode(next.value, { stream: true });
      const events = text.split("\n\n").length - 1;
      while (arrived.length < events) arrived.push(performance.now() - started);
    }
  } catch {
    // A stream that breaks off has fewer events, and that is what is judged.
  }
  const [first, last] = arrived;
  return {
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    encoding,
  };
}
