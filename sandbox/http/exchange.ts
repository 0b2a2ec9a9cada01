import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import type { Fault } from "./faults";

const MAX_BODY = 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the caller reached the sandbox; pictures are linked there. */
export const originOf = (request: IncomingMessage): string =>
  `http://${request.headers.host ?? "127.0.0.1"}`;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json",
    // A caller must never hand these on.
    "set-cookie": "upstream=1",
    server: "sandbox",
  });
  response.end(JSON.stringify(body));
}

/** The header that is missing or malformed. Upstream is lenient here; a forgotten header costs commission. */
export function headerFault(request: IncomingMessage, endpoint: string): string | undefined {
  const one = (name: string): string => {
    const value = request.headers[name];
    return typeof value === "string" ? value.trim() : "";
  };
  if (!/^[\x21-\x7e]{1,128}$/.test(one("x-cr-application"))) return "X-Cr-Application";
  if (one("x-cr-version") === "") return "X-Cr-Version";
  if (isIP(one("x-forwarded-for")) === 0) return "X-Forwarded-For";
  if (one("user-agent") === "") return "User-Agent";
  if (!one("content-type").startsWith("application/json")) return "Content-Type";
  if (endpoint === "subscribe") {
    if (one("accept") !== "text/event-stream") return "Accept";
    if (one("connection").toLowerCase() !== "keep-alive") return "Connection";
  }
  for (const name of ["cookie", "authorization", "referer"]) if (one(name) !== "") return name;
  return undefined;
}

/** Does what a fault says. Returns false when the request is to go on after it. */
export async function playFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
): Promise<boolean> {
  switch (fault.kind) {
    case "delay":
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return false;
    case "hang":
      return true;
    case "reset":
      request.socket.resetAndDestroy();
      return true;
    case "garbage":
      response.writeHead(200, { "content-type": "application/json" });
      response.end("<html>not json");
      return true;
    case "oversize": {
      response.writeHead(200, { "content-type": "application/json" });
      const chunk = `"${"x".repeat(1024 * 1024)}",`;
      response.write("[");
      for (let index = 0; index < 12 && !response.destroyed; index += 1) response.write(chunk);
      response.end("1]");
      return true;
    }
    case "rate-limit":
      response.setHeader("retry-after", String(fault.retryAfter));
      sendJson(response, 429, { status: 429, detail: "TOO_MANY_REQUESTS" });
      return true;
    case "redirect":
      response.writeHead(302, { location: "http://127.0.0.1:9/elsewhere" });
      response.end();
      return true;
    default:
      // The request comes back in the error, as careless servers do: nobody may log it.
      sendJson(response, fault.status, {
        status: fault.status,
        message: "Internal error",
        request: body,
      });
      return true;
  }
}
