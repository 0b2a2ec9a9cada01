import { spawn } from "node:child_process";
import { median } from "./median";

export type Target = { name: string; url: string; headers?: Readonly<Record<string, string>> };

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;

/**
 * Requests per second of each target, from a process of its own: the median of rounds that take turns,
 * after one that only warms up. Anything but an answer of 200 makes the figure void.
 */
export async function measureLoad(targets: readonly Target[]): Promise<Record<string, number>> {
  const seen = new Map<string, number[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await load(target, 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const target of round % 2 === 0 ? targets : [...targets].reverse()) {
      seen.get(target.name)?.push(await load(target, SECONDS));
    }
  }
  return Object.fromEntries([...seen].map(([name, rates]) => [name, Math.round(median(rates))]));
}

type Report = { requests: { average: number }; non2xx: number; errors: number };

async function load({ url, headers = {} }: Target, seconds: number): Promise<number> {
  const sent = Object.entries({ "accept-encoding": "gzip, br", ...headers });
  const child = spawn(
    process.execPath,
    [
      "node_modules/autocannon/autocannon.js",
      ...["--json", "-c", String(CONNECTIONS), "-d", String(seconds)],
      ...sent.flatMap(([name, value]) => ["-H", `${name}=${value}`]),
      url,
    ],
    {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await new Promise((resolve) => child.once("close", resolve));
  const { requests, non2xx, errors } = JSON.parse(printed) as Report;
  return non2xx + errors > 0 ? Number.NaN : requests.average;
}
