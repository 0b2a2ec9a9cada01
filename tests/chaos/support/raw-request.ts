import { request } from "node:http";

type Raw = {
  address: string;
  port: number;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
};

export type RawReply = { status: number; headers: Record<string, unknown>; text: string };

/** A request with exactly these headers, to exactly this address. */
export function rawRequest({ address, port, path, method, headers, body }: Raw): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: address, port, path, method: method ?? "GET", headers: headers ?? {}, agent: false },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
