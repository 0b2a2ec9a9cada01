import { randomBytes } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { GET as echo } from "@/app/setup/echo/route";
import { GET as setup } from "@/app/setup/route";
import { GET as stream } from "@/app/setup/stream/route";
import { peerHeader } from "@/lib/http/peer-header";
import { contentSecurityPolicy } from "@/lib/http/security-headers";

type Handler = (request: Request, segment: { params: Promise<object> }) => Promise<Response>;
const HANDLERS: Record<string, Handler> = {
  "/setup": setup,
  "/setup/echo": echo,
  "/setup/stream": stream,
};

const closers: (() => void)[] = [];

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function closeServers(): void {
  for (const close of closers.splice(0)) close();
}

/** The routes of the set-up over real HTTP, and pages with the headers that the proxy file gives them. */
export function serveShop(): Promise<string> {
  return listen(
    createServer(async (incoming, outgoing) => {
      const url = `http://${incoming.headers.host}${incoming.url}`;
      const handler = HANDLERS[new URL(url).pathname];
      const headers = new Headers(incoming.headers as Record<string, string>);
      headers.set(peerHeader(), incoming.socket.remoteAddress ?? "");
      const response = handler
        ? await handler(new Request(url, { headers }), { params: Promise.resolve({}) })
        : page(new URL(url).pathname);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (response.body) Readable.fromWeb(response.body as never).pipe(outgoing);
      else outgoing.end();
    }),
  );
}

function page(path: string): Response {
  const money = path.endsWith("/orders");
  const policy = contentSecurityPolicy({
    ...(money ? { nonce: randomBytes(16).toString("base64") } : {}),
    development: false,
    imageOrigins: [],
  });
  return new Response("<!doctype html>", {
    headers: {
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": money ? "private, no-store" : "s-maxage=180",
    },
  });
}

type Habits = {
  /** Adds this address to X-Forwarded-For, as if a client had come from there. */
  addsForwardedFor?: string;
  buffers?: boolean;
  host?: string;
  changes?: (path: string, headers: Record<string, string | string[] | undefined>) => void;
};

/** A proxy in front of a shop, with the habits that real ones have. */
export function serveProxy(target: string, habits: Habits = {}): Promise<string> {
  return listen(
    createServer((incoming, outgoing) => {
      const headers = { ...incoming.headers };
      if (habits.host) headers.host = habits.host;
      if (habits.addsForwardedFor) {
        const known = headers["x-forwarded-for"];
        headers["x-forwarded-for"] = [known, habits.addsForwardedFor].filter(Boolean).join(", ");
      }
      const onward = request(
        `${target}${incoming.url}`,
        { method: incoming.method, headers, setHost: false },
        (reply) => pass(reply, outgoing, incoming.url ?? "", habits),
      );
      onward.on("error", () => outgoing.writeHead(502).end());
      incoming.pipe(onward);
    }),
  );
}

function pass(reply: IncomingMessage, outgoing: ServerResponse, path: string, habits: Habits) {
  const headers: Record<string, string | string[] | undefined> = { ...reply.headers };
  habits.changes?.(path, headers);
  const parts: Buffer[] = [];
  const status = reply.statusCode ?? 502;
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  if (!habits.buffers) {
    outgoing.writeHead(status, Object.fromEntries(given) as never);
    outgoing.flushHeaders();
    reply.pipe(outgoing);
    return;
  }
  reply.on("data", (part: Buffer) => parts.push(part));
  reply.on("end", () => {
    outgoing.writeHead(status, Object.fromEntries(given) as never);
    outgoing.end(Buffer.concat(parts));
  });
}
