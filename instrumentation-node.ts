import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isPlain } from "@/lib/env/is-plain";
import { askedHostname, hostnameFault } from "@/lib/env/listens-on";
import { parseEnv } from "@/lib/env/schema";
import { noteRawResponse } from "@/lib/event-stream/raw-response";
import { BASE_HEADERS } from "@/lib/http/base-headers";
import { proxyTrustFault } from "@/lib/http/client-ip";
import { closeWhenEnding } from "@/lib/http/close-when-ending";
import { outerHeader } from "@/lib/http/kept-headers";
import { countPagesOnce, packPage } from "@/lib/http/pack-pages";
import { paintRendered } from "@/lib/http/paint-rendered";
import { peerHeader } from "@/lib/http/peer-header";
import { readablePath } from "@/lib/http/readable-path";
import { askForWholeDocument } from "@/lib/http/whole-documents";
import { LOCALES } from "@/lib/i18n/locales";
import { outsideRequest } from "@/lib/outside-request";
import { contrastFaults, contrastLine } from "@/lib/shop/contrast";
import { readShops, shopsInput } from "@/lib/shop/read-shops";
import { endProcess, shutdown } from "@/lib/shutdown";
import { measureRequest } from "@/lib/telemetry/measure-request";
import { otelWanted } from "@/lib/telemetry/otel-wanted";

// Next would go on and answer every request with an error: a shop that is not configured must not start.
function refuseToStart(faults: string[]): never {
  process.stderr.write(
    `The shop cannot start:\n${faults.map((fault) => `  ${fault}`).join("\n")}\n` +
      "See .env.example for what each variable means, and docs/shop-json.md for shop.json.\n",
  );
  process.exit(1);
}

const configuration = parseEnv(process.env);
const siteUrl = configuration.ok ? configuration.env.SITE_URL : undefined;
const shops = readShops(shopsInput(process.env, siteUrl, LOCALES));
const faults = [
  ...(configuration.ok ? [] : configuration.faults),
  ...shops.faults,
  hostnameFault(askedHostname(process.argv.slice(2), process.env.HOSTNAME)),
  proxyTrustFault(process.env.TRUST_PROXY || "0"),
].filter((fault) => fault !== undefined);
if (faults.length > 0) refuseToStart(faults);
const unreadable = shops.shops.flatMap(({ shop }) =>
  contrastFaults(shop.theme).map((fault) => `shop ${shop.id}: ${contrastLine(fault)}`),
);
const plainUpstream =
  configuration.ok && isPlain(configuration.env.API_URL)
    ? ["API_URL is plain http: whoever is on the way can change where buyers pay to"]
    : [];
for (const warning of [...plainUpstream, ...shops.warnings, ...unreadable]) {
  process.stderr.write(`Warning: ${warning}\n`);
}

// Here no request is under way yet, so this is the context that work outside of requests runs in.
outsideRequest(() => {});

// A route handler cannot see the socket, and Next hands a client's own X-Forwarded-For through. This
// header, under a name that no client can know, is set from the socket before Next sees the request.
const peer = peerHeader();
const development = process.env.NODE_ENV === "development";
subscribe("http.server.request.start", (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  request.headers[peer] = request.socket.remoteAddress ?? "";
  request.url = askForWholeDocument(readablePath(request.url ?? ""), request.headers);
  editHeaders(request, response);
  // Here, for the framework answers some requests by itself, past its own configuration, and what it has
  // there would win over what a route says of its answer.
  for (const [name, value] of Object.entries(BASE_HEADERS)) response.setHeader(name, value);
  // It cannot hold a request of this kind, and would say so with a stack in the log.
  if (request.method === "TRACE") request.method = "OPTIONS";
  measureRequest(request, response);
  noteRawResponse(request, response);
  closeWhenEnding(response);
});

/** The internal address of a page is nobody's business, and some headers only get here under a name of ours. */
function editHeaders(request: IncomingMessage, response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const lower = name.toLowerCase();
    if (lower === "x-middleware-rewrite") return response;
    if (lower === "x-nextjs-cache") packPage(request, response);
    if (lower === "content-type" && isRendered(response, String(value))) paintRendered(response);
    const outer = outerHeader(lower);
    return outer === lower ? setHeader(name, value) : setHeader(outer, String(value));
  };
}

function isRendered(response: ServerResponse, type: string): boolean {
  return type.startsWith("text/html") && !response.hasHeader("x-nextjs-cache") && !development;
}

countPagesOnce();

// Next loads its cache handler outside the bundle; this is where it finds the cache.
const { currentPages } = await import("@/lib/store/current-pages");
Object.assign(globalThis, { __storefrontPages: currentPages });

// What an earlier process noted is still there to be read; without Redis the first order starts this.
if (configuration.ok && configuration.env.REDIS_URL !== undefined) {
  void import("@/lib/order-guard/read-unwatched").then(({ watchUnpaid }) => watchUnpaid());
  // Connected before the first buyer comes, because no command waits for a connection.
  void import("@/lib/store/current-store").then(({ store }) => store());
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    const exit = process.exit.bind(process);
    // Next ends with 128 and the signal's number, which a process manager takes for a failure.
    const endNow = endProcess(() => exit(0));
    // Next exits when the last connection is closed; an order that was sent outlasts a buyer who left.
    process.exit = (() => endNow()) as typeof process.exit;
  });
}

// Nothing of it is loaded while nobody is named who wants it.
const wanted = otelWanted(process.env);
if (wanted.traces || wanted.metrics) {
  const { startOtel } = await import("@/lib/telemetry/start-otel");
  const { appVersion } = await import("@/lib/version");
  const { metricTimes } = await import("@/lib/telemetry/metric-times");
  const otel = startOtel(wanted, appVersion(), metricTimes(process.env));
  shutdown().signal.addEventListener("abort", () => void otel.stop());
}
