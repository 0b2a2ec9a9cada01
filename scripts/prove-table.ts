type Guard = {
  /** The row of the threat table. */
  row: string;
  /** What would be missing. */
  without: string;
  file: string;
  find: string;
  replace: string;
  test: string;
  /** Which tests of the file must notice; part of their names. */
  named: string;
};

/** One guard for each row that costs most when it is wrong, and the test that must fail without it. */
export const GUARDS: readonly Guard[] = [
  {
    row: "A1",
    without: "the proof that an order is this browser's",
    file: "lib/order-access/authorise.ts",
    find: "return proof && { reference, grant, proof };",
    replace:
      'return { reference, grant, proof: proof ?? { scope: "full", expiresAtSeconds: 9e9 } };',
    test: "tests/routes/order-access.test.ts",
    named: "is the same 404 for everybody without the right",
  },
  {
    row: "A2",
    without: "the random part of a reference",
    file: "lib/order-access/seal.ts",
    find: "const nonce = randomBytes(NONCE_BYTES);",
    replace: "const nonce = Buffer.alloc(NONCE_BYTES);",
    test: "tests/unit/order-access/reference.test.ts",
    named: "is never the same twice",
  },
  {
    row: "A3",
    without: "the one duration of every failed recovery",
    file: "lib/order-access/recover.ts",
    find: "if (!found) return deadline;",
    replace: "if (!found) return undefined;",
    test: "tests/unit/order-access/recover.test.ts",
    named: "takes the one time",
  },
  {
    row: "A4",
    without: "no-store on what is private",
    file: "lib/http/handle.ts",
    find: '"cache-control": "private, no-store"',
    replace: '"cache-control": "private"',
    test: "tests/routes/create-order-outcomes.test.ts",
    named: "kept by no cache",
  },
  {
    row: "A5",
    without: "the origin of who asks for a code",
    file: "app/api/orders/[orderId]/reveal/route.ts",
    find: "    sameOrigin: true,\n",
    replace: "",
    test: "tests/routes/order-rights.test.ts",
    named: "are asked for by the shop's own page alone",
  },
  {
    row: "B1",
    without: "the key of an order",
    file: "lib/order-creation/idempotency.ts",
    find: "const scoped = ",
    replace: "const scoped = Math.random() + ",
    test: "tests/routes/create-order.test.ts",
    named: "twenty requests at once with one key",
  },
  {
    row: "B2",
    without: "the unknown outcome as a state of its own",
    file: "lib/order-creation/create-order.ts",
    find: 'return { kind: "outcome_unknown" };',
    replace: 'return refused({ code: "upstream_unavailable", retryAfterSeconds });',
    test: "tests/routes/create-order.test.ts",
    named: "is an unknown outcome, and is never sent again",
  },
  {
    row: "B3",
    without: "upstream's refusal at the last moment",
    file: "lib/order-creation/create-order.ts",
    find: '  if (problems) return refused({ code: "order_refused", problems, lines });\n',
    replace: "",
    test: "tests/routes/create-order-outcomes.test.ts",
    named: "B3",
  },
  {
    row: "B4",
    without: "the check of the accepted price",
    file: "lib/order-creation/create-order.ts",
    find: "  if (dearer) {",
    replace: "  if (dearer && body.lines.length > 99) {",
    test: "tests/routes/create-order.test.ts",
    named: "B4: when the price is no longer the accepted one",
  },
  {
    row: "B5",
    without: "the check of what an order echoes",
    file: "lib/order-creation/create-order.ts",
    find: "    echoFaults(lines, order.deliveries).length === 0;",
    replace: "    lines.length > 0;",
    test: "tests/routes/create-order-outcomes.test.ts",
    named: "B5",
  },
  {
    row: "B6",
    without: "the country in the look-up of a brand",
    file: "lib/order-creation/resolve-lines.ts",
    find: "return readBrand(shop, country, brand,",
    replace: 'return readBrand(shop, "US", brand,',
    test: "tests/routes/order-threats.test.ts",
    named: "B6",
  },
  {
    row: "B9",
    without: "the limits of attempts to order",
    file: "lib/order-creation/admit.ts",
    find: "    if (retryAfterSeconds === undefined) continue;",
    replace: "    if (retryAfterSeconds === undefined || uses.length > 0) continue;",
    test: "tests/routes/order-limits.test.ts",
    named: "B9 fifteen orders",
  },
  {
    row: "C1",
    without: "the socket as the source of an address",
    file: "lib/http/client-ip.ts",
    find: "return trust.hops === 0 ? peer : normaliseIp(chain[chain.length - trust.hops]);",
    replace: "return normaliseIp(chain[0]) ?? peer;",
    test: "tests/unit/http/client-ip.test.ts",
    named: "C1",
  },
  {
    row: "C3",
    without: "the fence around the partner ID",
    file: "lib/env/server.ts",
    find: 'import "server-only";\n',
    replace: "",
    test: "tests/unit/architecture.test.ts",
    named: "imports follow the documented directions",
  },
  {
    row: "D1",
    without: "closing upstream's stream with the last reader",
    file: "lib/order-stream/hub.ts",
    find: "  channel.stream?.close();\n}",
    replace: "}",
    test: "tests/unit/order-stream/hub.test.ts",
    named: "is closed by the last who leaves",
  },
  {
    row: "D7",
    without: "the lock that leaves one connection to all tabs",
    file: "components/order/shared-stream.ts",
    find: "request(`stream ",
    replace: "request(Math.random() + `stream ",
    test: "tests/components/shared-stream.test.ts",
    named: "D7: have one connection",
  },
  {
    row: "E4",
    without: "the check of a link's address",
    file: "lib/catalog/html-to-blocks.ts",
    find: 'name === "a" ? httpsUrl(href) : undefined',
    replace: 'name === "a" ? href : undefined',
    test: "tests/unit/catalog/html-to-blocks.test.ts",
    named: "E4",
  },
  {
    row: "F1",
    without: "the watch over the address on the page",
    file: "components/order/use-integrity.ts",
    find: "      if (!same) setIntact(false);\n",
    replace: "",
    test: "tests/components/order-panel.test.tsx",
    named: "gives way to a warning when something rewrites the address",
  },
  {
    row: "F2",
    without: "the comparison of upstream's payment request with the order",
    file: "lib/payment/payment-uri.ts",
    find: "qrText.length <= QR_LENGTH_MAX && saysTheSame(qrText, order);",
    replace: "qrText.length <= QR_LENGTH_MAX;",
    test: "tests/unit/payment/payment-uri.test.ts",
    named: "upstream's own request",
  },
  {
    row: "F3",
    without: "the stop for an address that changed",
    file: "lib/orders/hold.ts",
    find: "!agreed.addressMatches(address)",
    replace: 'address === ""',
    test: "tests/routes/order-access.test.ts",
    named: "F3",
  },
  {
    row: "B4",
    without: "the price that was read as the one that is accepted",
    file: "app/api/orders/[orderId]/accept/route.ts",
    find: "!sameAmount(acceptedPrice.amount, actual)",
    replace: "!sameAmount(actual, actual)",
    test: "tests/routes/accept-price.test.ts",
    named: "a price that has changed once more since it was seen",
  },
  {
    row: "G7",
    without: "the right as the handler's own question, with the proxy's word taken for it",
    file: "lib/http/order-route.ts",
    find: "    const access = authorise(context.shop, orderId, context.cookies);\n",
    replace: `    const { openReference } = await import("@/lib/order-access/reference");
    const passed = context.request.headers.has("x-middleware-subrequest");
    const grant = passed ? openReference(context.shop.id, orderId) : undefined;
    const access: Access | undefined = grant
      ? { reference: orderId, grant, proof: { scope: "full", expiresAtSeconds: 9e9 } }
      : authorise(context.shop, orderId, context.cookies);\n`,
    test: "tests/routes/bypass.test.ts",
    named: "G7",
  },
];
