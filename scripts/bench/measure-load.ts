import { spawn } from "node:child_process";
import { median } from "./median";
import { processorMs } from "./processor-time";

export type Target = { name: string; url: string; headers?: Readonly<Record<string, string>> };
export type Load = {
  requestsPerSecond: number;
  /** What the server spends on one, the client's own work left out. */
  processorUs: number;
};

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;

/**
 * How much each target bears, from a client in a process of its own: medians of rounds that take turns,
 * after one that only warms up. Anything but an answer of 200 makes the figure void.
 */
export async function measureLoad(targets: readonly Target[]): Promise<Record<string, Load>> {
  const seen = new Map<string, Load[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await load(target, 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const target of round % 2 === 0 ? targets : [...targets].reverse()) {
      seen.get(target.name)?.push(await load(target, SECONDS));
    }
  }
  return Object.fromEntries([...seen].map(([name, loads]) => [name, middle(loads)]));
}

const middle = (loads: readonly Load[]): Load => ({
  requestsPerSecond: Math.round(median(loads.map((load) => load.requestsPerSecond))),
  processorUs: Math.round(median(loads.map((load) => load.processorUs))),
});

type Report = {
  requests: { average: number; total: number };
  non2xx: number;
  errors: number;
};

async function load({ url, headers = {} }: Target, seconds: number): Promise<Load> {
  const sent = Object.entries({ "accept-encoding": "gzip, br", ...headers });
  const client = spawn(
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
  const before = processorMs(client.pid);
  let printed = "";
  client.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await new Promise((resolve) => client.once("close", resolve));
  const spentMs = processorMs(client.pid) - before;
  const { requests, non2xx, errors } = JSON.parse(printed) as Report;
  if (non2xx + errors > 0) return { requestsPerSecond: Number.NaN, processorUs: Number.NaN };
  return {
    requestsPerSecond: requests.average,
    processorUs: (spentMs * 1000) / requests.total,
  };
}
