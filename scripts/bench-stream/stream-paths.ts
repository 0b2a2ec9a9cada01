import { type ChildProcess, spawn } from "node:child_process";
import { startShop } from "../../tests/chaos/support/start-shop";
import { CROWD_LIMITS, type PlacedOrder } from "../../tests/load/place-orders";
import { startNginx } from "../../tests/load/start-nginx";
import { freePort } from "../free-port";
import { endProcess } from "../process/end-process";
import { endsWithUs } from "../process/ends-with-us";
import { untilListens } from "../process/until-listens";

/** Something that stands between upstream's streams and browsers. */
export type StreamPath = {
  /** The process whose memory and time are counted; none where nothing stands between. */
  pid: number | undefined;
  urlOf(order: PlacedOrder): string;
  stop(): Promise<void> | void;
};

const NEXT = "node_modules/next/dist/bin/next";

export const PATHS: Readonly<Record<string, (upstream: string) => Promise<StreamPath>>> = {
  direct: async (upstream) => ({
    pid: undefined,
    urlOf: ({ orderId }) => `${upstream}/v5/orders/${orderId}/subscribe`,
    stop: () => {},
  }),
  nginx: async (upstream) => {
    const nginx = await startNginx({ target: upstream, location: "proxy_buffering off;" });
    return {
      pid: nginx.workerPid(),
      urlOf: ({ orderId }) => `${nginx.url}/v5/orders/${orderId}/subscribe`,
      stop: nginx.stop,
    };
  },
  "node:http": async (upstream) => {
    const port = await freePort(0);
    const script = ["--import", "tsx", "scripts/bench-stream/bare-proxy.ts"];
    const child = start([...script, String(port), upstream]);
    return inFrontOf(child, port, ({ orderId }) => `/v5/orders/${orderId}/subscribe`);
  },
  "Next, naive": async (upstream) => {
    const port = await freePort(0);
    const child = start([NEXT, "start", "tests/bench/baseline", "-p", String(port)], upstream);
    return inFrontOf(child, port, ({ orderId }) => `/stream/${orderId}`);
  },
  "this shop": shopPath,
};

export async function shopPath(upstream: string): Promise<StreamPath> {
  const shop = await startShop({ upstream, env: CROWD_LIMITS });
  return {
    pid: shop.pid,
    urlOf: ({ path }) => `http://localhost:${shop.port}${path}`,
    stop: shop.stop,
  };
}

const start = (command: string[], upstream = "") =>
  endsWithUs(
    spawn(process.execPath, command, {
      stdio: "ignore",
      env: { ...process.env, NODE_ENV: "production", API_URL: upstream },
    }),
  );

async function inFrontOf(
  child: ChildProcess,
  port: number,
  pathOf: (order: PlacedOrder) => string,
): Promise<StreamPath> {
  const url = `http://localhost:${port}`;
  await untilListens(port);
  return {
    pid: child.pid,
    urlOf: (order) => url + pathOf(order),
    stop: () => endProcess(child),
  };
}
