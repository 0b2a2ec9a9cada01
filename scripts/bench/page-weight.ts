import { gzipSync } from "node:zlib";

type Weight = {
  /** All scripts of the first load, in thousands of bytes after gzip -9. */
  scriptKb: number;
  scripts: number;
  htmlKb: number;
};

const kb = (bytes: number) => Math.round(bytes / 100) / 10;
const gzipped = (data: Uint8Array | string) => gzipSync(data, { level: 9 }).length;

/** What a browser loads before a page works: every script that the page names, polyfills for old ones left out. */
export async function pageWeight(
  url: string,
  headers: Record<string, string> = {},
): Promise<Weight> {
  const reply = await fetch(url, { headers });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  const html = await reply.text();
  const sources = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, source = ""]) => new URL(source, url).href);
  let bytes = 0;
  for (const source of new Set(sources)) {
    bytes += gzipped(new Uint8Array(await (await fetch(source)).arrayBuffer()));
  }
  return { scriptKb: kb(bytes), scripts: new Set(sources).size, htmlKb: kb(gzipped(html)) };
}
