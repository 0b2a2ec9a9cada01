import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/csp-report/route";
import { peerHeader } from "@/lib/http/peer-header";
import { log } from "@/lib/log";
import { measuredText } from "@/lib/telemetry/metrics";
import { setTestEnv } from "../support/test-env";

const REPORT = {
  "csp-report": {
    "document-uri": "http://localhost:3000/en/orders/SECRET-reference#t=SECRET",
    "effective-directive": "script-src-elem",
    "blocked-uri": "https://evil.example/SECRET.js",
  },
};

function send(body: string | ReadableStream, headers: Record<string, string> = {}) {
  const request = new Request("http://localhost:3000/api/csp-report", {
    method: "POST",
    headers: {
      host: "localhost:3000",
      [peerHeader()]: "203.0.113.7",
      "content-type": "application/csp-report",
      ...headers,
    },
    body,
    ...({ duplex: "half" } as object),
  });
  return POST(request, { params: Promise.resolve({}) });
}

let warned: unknown[];

beforeEach(() => {
  setTestEnv({ LIMIT_REPORTS: "5/60" });
  warned = [];
  vi.spyOn(log, "warn").mockImplementation((fields) => warned.push(fields));
});
afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ["application/csp-report", REPORT],
  ["application/reports+json; charset=utf-8", [REPORT]],
])(
  "a report as %s is logged and counted without an address of a page, wherever it comes from",
  async (type, body) => {
    const before = countOf("script-src-elem");
    const reply = await send(JSON.stringify(body), {
      "content-type": type,
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
    });
    expect(reply.status).toBe(204);
    expect(await reply.text()).toBe("");
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(warned).toEqual([
      {
        event: "csp_violation",
        shop: "default",
        directive: "script-src-elem",
        blocked: "https://evil.example",
      },
    ]);
    expect(countOf("script-src-elem")).toBe(before + 1);
  },
);

function countOf(directive: string): number {
  const line = new RegExp(`^shop_csp_reports_total\\{directive="${directive}"\\} (\\d+)$`, "m");
  return Number(line.exec(measuredText())?.[1] ?? 0);
}

test("a body of another kind, without end or without sense is refused", async () => {
  expect((await send("{}", { "content-type": "application/json" })).status).toBe(415);
  expect((await send("{}", { "content-type": "text/plain" })).status).toBe(415);
  expect((await send("no json")).status).toBe(400);
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(32)),
  });
  expect((await send(endless)).status).toBe(413);
  expect(warned).toEqual([]);
});

test("one address may not fill the log", async () => {
  const statuses: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    statuses.push((await send(JSON.stringify(REPORT))).status);
  }
  expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429]);
  expect(warned).toHaveLength(5);
  const other = await send(JSON.stringify(REPORT), { [peerHeader()]: "203.0.113.8" });
  expect(other.status).toBe(204);
});
