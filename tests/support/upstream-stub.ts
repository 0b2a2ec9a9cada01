import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { setTestEnv } from "./test-env";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Who the calls of these tests are made for. */
export const buyer = {
  partnerId: "partner",
  version: "1.2.3",
  ip: "203.0.113.7",
  userAgent: "Buyer/1",
};

export const says =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };

/**
 * A server that answers as the test says and keeps what it was asked; this process is configured to
 * call it. Registers its own hooks, so it is called once at the top of a test file.
 */
export function stubUpstream(env: Record<string, string> = {}) {
  const stub = {
    url: "",
    requests: [] as IncomingMessage[],
    bodies: [] as string[],
    openConnections: 0,
    answer: says(200, []) as Answer,
    /** `METHOD path`, in the order in which they came. */
    asked: () => stub.requests.map(({ method, url }) => `${method} ${url}`),
    /** Configures this process anew, so that nothing cached survives. */
    configure: (values: Record<string, string> = {}) =>
      setTestEnv({ API_URL: stub.url, ...env, ...values }),
  };
  const server = createServer((request, response) => {
    const number = stub.requests.push(request) - 1;
    const chunks: Buffer[] = [];
    stub.openConnections += 1;
    response.once("close", () => {
      stub.openConnections -= 1;
    });
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      stub.bodies[number] = Buffer.concat(chunks).toString("utf8");
      stub.answer(request, response);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    stub.requests.length = 0;
    stub.bodies.length = 0;
    stub.answer = says(200, []);
    stub.configure();
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return stub;
}
