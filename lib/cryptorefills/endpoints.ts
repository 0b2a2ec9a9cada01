type Endpoint = {
  method: "GET" | "POST";
  path: string;
  /** Shared reads carry the shop's identity, buyer's calls the buyer's. */
  audience: "shared" | "shopper";
  timeoutMs: number;
};

const READ_MS = 10_000;

export const ENDPOINTS = {
  paymentVias: { method: "GET", path: "/v3/payment_vias", audience: "shared", timeoutMs: READ_MS },
  brands: { method: "GET", path: "/v2/brands", audience: "shared", timeoutMs: READ_MS },
  homepage: { method: "GET", path: "/v2/homepage", audience: "shared", timeoutMs: READ_MS },
  products: {
    method: "GET",
    path: "/v5/products/country/{country}",
    audience: "shared",
    timeoutMs: READ_MS,
  },
  price: { method: "GET", path: "/v4/products/price", audience: "shopper", timeoutMs: READ_MS },
  validations: {
    method: "POST",
    path: "/v5/orders/validations",
    audience: "shopper",
    timeoutMs: READ_MS,
  },
  createOrder: { method: "POST", path: "/v5/orders", audience: "shopper", timeoutMs: 35_000 },
  order: {
    method: "GET",
    path: "/v5/orders/{orderId}",
    audience: "shopper",
    timeoutMs: READ_MS,
  },
  subscribe: {
    method: "GET",
    path: "/v5/orders/{orderId}/subscribe",
    audience: "shopper",
    timeoutMs: READ_MS,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

/** The path of an endpoint. Values cannot leave their segment. */
export function endpointPath(
  name: EndpointName,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = ENDPOINTS[name].path.replace(/\{(\w+)\}/g, (_whole, key: string) => {
    const value = params[key] ?? "";
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) throw new Error(`${name}: ${key} is malformed`);
    return encodeURIComponent(value);
  });
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
