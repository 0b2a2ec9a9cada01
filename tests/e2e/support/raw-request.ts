import { request } from "node:http";

export type RawReply = { status: number; headers: Record<string, string>; body: string };

type Ask = {
  port: number;
  /** Sent as the Host header; the request itself goes to this machine. */
  host: string;
  /** Sent as it is written: no dots, slashes or escapes are made plain. */
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** A request as a stranger may write it, to a host that no name server knows. */
export function rawRequest({ port, host, path, method = "GET", headers = {}, body }: Ask) {
  return new Promise<RawReply>((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { ...headers, host } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: Buffer.concat(chunks).toString("latin1"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
