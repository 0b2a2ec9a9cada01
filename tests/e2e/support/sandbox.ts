/** An order as the upstream tells it, as far as the tests look at it. */
export type SandboxOrder = {
  order_id: string;
  user: { email: string };
  coin_amount: string;
  missing_amount: string | null;
  wallet_address: string;
  refund_wallet_address?: string | null;
  deliveries: { deliverable: { beneficiary_account: string } }[];
};

type Entry = { method: string; path: string; headers: Record<string, string>; body: unknown };

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`${process.env.SANDBOX_URL}/__control/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`The sandbox refused ${method} ${path}: ${reply.status}`);
  return (await reply.json()) as T;
}

/** The only order that was placed with this e-mail address. */
export async function orderOf(email: string): Promise<SandboxOrder> {
  const orders = await control<SandboxOrder[]>("GET", "orders");
  const mine = orders.filter((order) => order.user.email === email);
  const [order] = mine;
  if (!order || mine.length !== 1) throw new Error(`${mine.length} orders instead of one`);
  return order;
}

export async function countOrders(email: string): Promise<number> {
  const orders = await control<SandboxOrder[]>("GET", "orders");
  return orders.filter((order) => order.user.email === email).length;
}

/** Makes something happen to the order of this e-mail address. */
export async function move(email: string, action: string, body: object = {}): Promise<void> {
  const { order_id } = await orderOf(email);
  await control("POST", `orders/${order_id}/${action}`, body);
}

/** What the shop asked about one order, stream and reads alike. */
export async function requestsFor(orderId: string): Promise<Entry[]> {
  const log = await control<Entry[]>("GET", "log");
  return log.filter(({ path }) => path.includes(orderId));
}

/** The newest body that was posted to a path for this e-mail address. */
export async function lastBody(path: string, email: string): Promise<unknown> {
  const log = await control<Entry[]>("GET", "log");
  const found = log.findLast(
    (entry) =>
      entry.method === "POST" && entry.path === path && JSON.stringify(entry.body).includes(email),
  );
  if (!found) throw new Error(`Nothing was posted to ${path} for this address`);
  return found.body;
}

/** Lays the next answer of an endpoint to a request whose address holds a text; other tests ask, too. */
export async function answerNext(
  endpoint: string,
  when: string,
  body: unknown,
  status = 200,
): Promise<void> {
  await control("POST", "next", { endpoint, when, body, status });
}

export const allOrders = () => control<SandboxOrder[]>("GET", "orders");

/** What upstream itself says, asked past the shop. */
export async function fromUpstream<T>(path: string): Promise<T> {
  const reply = await fetch(`${process.env.SANDBOX_URL}${path}`, {
    headers: {
      "X-Cr-Application": "fe-application",
      "X-Cr-Version": "test",
      "User-Agent": "test",
      Accept: "application/json",
      "Content-Type": "application/json",
      "X-Forwarded-For": "127.0.0.1",
    },
  });
  if (!reply.ok) throw new Error(`Upstream answered ${reply.status} to ${path}`);
  return (await reply.json()) as T;
}

let count = 0;

/** An address that no other test uses, so that an order can be found by it. */
export function freshEmail(): string {
  count += 1;
  return `buyer-${process.pid}-${Date.now()}-${count}@example.com`;
}
