import type { IncomingMessage, ServerResponse } from "node:http";

type Entry = {
  method: string;
  path: string;
  query: string;
  headers: IncomingMessage["headers"];
  body: unknown;
  /** `null` while nothing was answered, and for ever when the connection was cut before. */
  status: number | null;
};

const MAX_ENTRIES = 5_000;

/** What the sandbox received, in order. An entry stands from the moment its request was read. */
export class Journal {
  private entries: Entry[] = [];
  private readonly open = new Map<ServerResponse, Entry>();

  add(request: IncomingMessage, url: URL, body: unknown, response: ServerResponse): void {
    const entry: Entry = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.search,
      headers: request.headers,
      body,
      status: null,
    };
    this.entries.push(entry);
    if (this.entries.length > MAX_ENTRIES) this.entries.shift();
    this.open.set(response, entry);
    response.on("close", () => {
      this.settle(response, entry);
      this.open.delete(response);
    });
  }

  list(): readonly Entry[] {
    for (const [response, entry] of this.open) this.settle(response, entry);
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }

  private settle(response: ServerResponse, entry: Entry): void {
    if (response.headersSent) entry.status = response.statusCode;
  }
}
