import { Agent, request } from "node:http";

type Load = { answers: number; seconds: number; bytes: number };

/** Asks for pages over kept connections, as a proxy in front does, for some seconds. */
export async function load(
  url: string,
  {
    paths,
    host,
    seconds,
    lanes,
  }: { paths: string[]; host: string; seconds: number; lanes: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const began = performance.now();
  const until = began + seconds * 1000;
  let answers = 0;
  let bytes = 0;
  const lane = async (first: number) => {
    for (let at = first; performance.now() < until; at += 1) {
      const received = await ask(url + paths[at % paths.length], host, agent);
      bytes += received;
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_unused, first) => lane(first)));
  agent.destroy();
  return { answers, seconds: (performance.now() - began) / 1000, bytes };
}

/** The bytes of one answer as they went over the wire, without its head. */
export function ask(url: string, host: string, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, "accept-encoding": "gzip" };
    const call = request(url, { headers, ...(agent ? { agent } : {}) }, (reply) => {
      let bytes = 0;
      reply.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      reply.on("end", () =>
        reply.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} answers ${reply.statusCode}`)),
      );
    });
    call.on("error", reject);
    call.end();
  });
}
