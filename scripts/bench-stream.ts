import { writeFileSync } from "node:fs";
import { createSandbox } from "../sandbox/create-sandbox";
import { startShop } from "../tests/chaos/support/start-shop";
import { type EventTap, startEventTap } from "../tests/load/event-tap";
import { CROWD_LIMITS, type PlacedOrder, placeOrders } from "../tests/load/place-orders";
import { openReader } from "../tests/load/stream-reader";
import { writeBetween } from "./bench/write-between";
import { capacityReport } from "./bench-stream/capacity-report";
import { memorySvg } from "./bench-stream/memory-svg";
import { PATHS, shopPath } from "./bench-stream/stream-paths";
import { medianOf, overStreamBudget, streamReport } from "./bench-stream/stream-report";
import { type RoundFigures, streamRound } from "./bench-stream/stream-round";
import { buildWhereMissing } from "./build-app";

const ORDERS = 100;
const BROWSERS_PER_ORDER = 10;
const ROUNDS = Number(process.argv[2] ?? 5);

/** Measures all paths in one run, each in a fresh process each time, and writes the table. */
async function main(): Promise<void> {
  for (const folder of [".", "tests/bench/baseline"]) buildWhereMissing(folder);
  const sandbox = createSandbox();
  const tap = await startEventTap((await sandbox.listen(0)).url);
  const all = await placeAndWatchOnce(tap.url);
  const orders = all.slice(0, ORDERS);
  const rounds: Record<string, RoundFigures[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each round begins with another path, so that none is always measured after the same one.
    const names = Object.keys(PATHS);
    const turn = round % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const path = await PATHS[name]?.(tap.url);
      if (!path) continue;
      const figures = await streamRound(path, tap, orders, {
        browsersPerOrder: BROWSERS_PER_ORDER,
      });
      await path.stop();
      rounds[name] = [...(rounds[name] ?? []), figures];
      console.log(round + 1, name, JSON.stringify(figures));
    }
  }
  const alone = await eachAlone(tap, all);
  await tap.close();
  await sandbox.close();
  writeFileSync("docs/images/stream-memory.svg", memorySvg(rounds));
  const sharedUs = medianOf(rounds["this shop"] ?? [], "processorUsPerEvent");
  const report = [streamReport(rounds, ORDERS), capacityReport(alone, sharedUs)].join("\n\n");
  writeBetween("docs/performance.md", "streams", report);
  const faults = overStreamBudget(rounds, ORDERS);
  for (const fault of faults) console.log(`OVER ${fault}`);
  process.exit(faults.length === 0 ? 0 : 1);
}

/** As many browsers as before, but no two on one order: what a shop with many single buyers needs. */
async function eachAlone(tap: EventTap, orders: readonly PlacedOrder[]): Promise<RoundFigures> {
  const path = await shopPath(tap.url);
  const figures = await streamRound(path, tap, orders, {
    browsersPerOrder: 1,
    quietSeconds: 60,
    // So many that what they take is more than the pings of all vary.
    events: 4_000,
    pauseMs: 2,
  });
  await path.stop();
  console.log("each alone", JSON.stringify(figures));
  return figures;
}

/** The orders of the run; watched once, so that every path finds upstream knowing them. */
async function placeAndWatchOnce(upstream: string): Promise<PlacedOrder[]> {
  const shop = await startShop({ upstream, env: CROWD_LIMITS });
  const site = `http://localhost:${shop.port}`;
  const orders = await placeOrders(site, upstream, ORDERS * BROWSERS_PER_ORDER);
  for (const { path, headers } of orders) {
    await new Promise<void>((heard, refused) => {
      const reader = openReader({ url: site + path, headers, onEvent: () => heard() });
      reader.catch(refused);
    });
  }
  await shop.stop();
  return orders;
}

await main();
