import { randomUUID } from "node:crypto";
import { peerHeader } from "@/lib/http/peer-header";
import { createSandbox } from "@/sandbox/create-sandbox";
import { ONE_ADDRESS_LIMITS } from "./one-address-limits";
import { setTestEnv } from "./test-env";

const SHOP = "http://localhost:3000";

const METHODS = ["GET", "POST", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type Handler = (request: Request, segment: { params: Promise<never> }) => Promise<Response>;
type Module = Partial<Record<Method, Handler>>;

/** The route handlers by the folders that Next finds them in. */
const ROUTES: Record<string, () => Promise<unknown>> = {
  "/api/catalog/[country]": () => import("@/app/api/catalog/[country]/route"),
  "/api/catalog/[country]/home": () => import("@/app/api/catalog/[country]/home/route"),
  "/api/catalog/[country]/brands/[slug]": () =>
    import("@/app/api/catalog/[country]/brands/[slug]/route"),
  "/api/catalog/[country]/search-index": () =>
    import("@/app/api/catalog/[country]/search-index/route"),
  "/api/catalog/[country]/sold-elsewhere": () =>
    import("@/app/api/catalog/[country]/sold-elsewhere/route"),
  "/api/csp-report": () => import("@/app/api/csp-report/route"),
  "/api/demo/orders/[orderId]/[action]": () =>
    import("@/app/api/demo/orders/[orderId]/[action]/route"),
  "/api/health/live": () => import("@/app/api/health/live/route"),
  "/api/health/ready": () => import("@/app/api/health/ready/route"),
  "/api/metrics": () => import("@/app/api/metrics/route"),
  "/api/offline": () => import("@/app/api/offline/route"),
  "/api/openapi.json": () => import("@/app/api/openapi.json/route"),
  "/api/orders": () => import("@/app/api/orders/route"),
  "/api/orders/access": () => import("@/app/api/orders/access/route"),
  "/api/orders/validations": () => import("@/app/api/orders/validations/route"),
  "/api/orders/[orderId]": () => import("@/app/api/orders/[orderId]/route"),
  "/api/orders/[orderId]/accept": () => import("@/app/api/orders/[orderId]/accept/route"),
  "/api/orders/[orderId]/access": () => import("@/app/api/orders/[orderId]/access/route"),
  "/api/orders/[orderId]/link": () => import("@/app/api/orders/[orderId]/link/route"),
  "/api/orders/[orderId]/order-number": () =>
    import("@/app/api/orders/[orderId]/order-number/route"),
  "/api/orders/[orderId]/reveal": () => import("@/app/api/orders/[orderId]/reveal/route"),
  "/api/orders/[orderId]/subscribe": () => import("@/app/api/orders/[orderId]/subscribe/route"),
  "/api/payment-methods": () => import("@/app/api/payment-methods/route"),
  "/api/price": () => import("@/app/api/price/route"),
  "/api/rpc/solana": () => import("@/app/api/rpc/solana/route"),
};

/** Every method of every route, as `METHOD /template`. */
export async function allOperations(): Promise<{ method: Method; template: string }[]> {
  const operations = await Promise.all(
    Object.entries(ROUTES).map(async ([template, load]) => {
      const module = (await load()) as Module;
      return METHODS.filter((method) => module[method]).map((method) => ({ method, template }));
    }),
  );
  return operations.flat();
}

function match(path: string) {
  for (const [template, load] of Object.entries(ROUTES)) {
    const names = [...template.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
    const pattern = new RegExp(
      `^${template.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "([^/]+)")}$`,
    );
    const found = pattern.exec(path);
    if (!found) continue;
    const values = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]);
    return { load, params: Object.fromEntries(values) as Record<string, string> };
  }
  throw new Error(`No route answers ${path}`);
}

type Options = {
  method?: Method;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** A browser with its own cookies, in front of the route handlers of the shop at an origin. */
export class ShopClient {
  readonly cookies = new Map<string, string>();
  private readonly shop: string;

  constructor(shop = SHOP) {
    this.shop = shop;
    const prefix = shop.startsWith("https://") ? "__Host-" : "";
    this.cookies.set(`${prefix}buyer`, randomUUID().replaceAll("-", ""));
  }

  async request(path: string, options: Options = {}): Promise<Response> {
    const { method = "GET", body, headers = {}, signal } = options;
    const url = new URL(path, this.shop);
    const { load, params } = match(url.pathname);
    const handler = ((await load()) as Module)[method];
    if (!handler) throw new Error(`${method} ${path} has no handler`);
    const request = new Request(url, {
      method,
      ...(signal ? { signal } : {}),
      headers: {
        host: url.host,
        "user-agent": "Buyer/1.0",
        [peerHeader()]: "203.0.113.7",
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(method === "GET" ? {} : { origin: this.shop, "sec-fetch-site": "same-origin" }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve(params as never) });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.request(path, { method: "POST", body, headers });
  }

  private keep(line: string): void {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** What the shop knows of orders is old now, so that it asks upstream again. */
export function knownOrdersGrowOld(): void {
  delete (globalThis as typeof globalThis & { __storefrontReads?: unknown }).__storefrontReads;
}

type Entry = { method: string; path: string; headers: Record<string, string>; body: unknown };

/** A sandbox on a free port, and this process configured as a shop on it. */
export async function startUpstream(env: Record<string, string> = {}) {
  const sandbox = createSandbox({ stepMs: 20 });
  const { url } = await sandbox.listen(0);
  setTestEnv({
    API_URL: url,
    DEMO: "1",
    ...ONE_ADDRESS_LIMITS,
    ...env,
  });
  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const reply = await fetch(`${url}/__control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}`);
    return (await reply.json()) as T;
  };
  return {
    url,
    control,
    close: () => sandbox.close(),
    log: () => control<Entry[]>("GET", "log"),
    orders: () => control<Record<string, unknown>[]>("GET", "orders"),
    /** Everything that upstream was asked about orders, but for creating and checking them. */
    orderReads: async () =>
      (await control<Entry[]>("GET", "log")).filter(
        ({ method, path }) => method === "GET" && path.startsWith("/v5/orders/"),
      ),
  };
}
