import { readFileSync } from "node:fs";
import { createSandbox } from "../sandbox/create-sandbox";
import { startRedis } from "../tests/chaos/support/redis";
import { roundRobin } from "../tests/chaos/support/round-robin";
import { writeBetween } from "./bench/write-between";
import { buildWhereMissing } from "./build-app";
import { measure } from "./scaling/measure";
import { type StreamFigures, scalingReport } from "./scaling/report";

/** Measures one instance and two, and writes what follows from it into docs/deploy/scaling.md. */
async function main(): Promise<void> {
  buildWhereMissing();
  const streams = streamFigures(readFileSync("docs/performance.md", "utf8"));
  const sandbox = createSandbox();
  const { url: upstream } = await sandbox.listen(0);
  const redis = await startRedis();
  const front = await roundRobin();
  const world = { upstream, redis, front };
  const [one, two] = [await measure(world, 1), await measure(world, 2)];
  console.log(JSON.stringify([one, two], null, 2));
  writeBetween("docs/deploy/scaling.md", "scaling", scalingReport(one, two, streams));
  await front.close();
  await redis.kill();
  await sandbox.close();
  const made = [...two.ordersEach, ...two.streamsEach];
  if (made.some((count) => count === 0)) throw new Error("one of two instances did nothing");
}

/** What `npm run bench:stream` has found of this shop. */
function streamFigures(text: string): StreamFigures {
  const [, streams = ""] = text.split("<!-- streams: begin -->");
  const cells = /^\| this shop \|(.*)$/m.exec(streams)?.[1]?.split("|").map(Number);
  const [, , kbPerBrowser = Number.NaN, microsPerEvent = Number.NaN] = cells ?? [];
  if (Number.isNaN(kbPerBrowser + microsPerEvent)) throw new Error("performance.md has no streams");
  return { kbPerBrowser, microsPerEvent };
}

await main();
