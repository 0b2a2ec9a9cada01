import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { demoUrl } from "./demo-shops";
import { startDemo } from "./start-demo";

const WISHED = { shop: 3000, sandbox: 4010, frameHost: 3001 };

async function main(): Promise<void> {
  console.log("Building the shop …");
  const build = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
  const demo = await startDemo({
    shopPort: WISHED.shop,
    sandboxPort: WISHED.sandbox,
    frameHostPort: WISHED.frameHost,
    echo: true,
  });
  for (const name of ["shop", "sandbox"] as const) {
    if (demo.ports[name] !== WISHED[name]) {
      console.log(`Port ${WISHED[name]} is taken; the ${name} uses ${demo.ports[name]}.`);
    }
  }
  const others = readdirSync("shops", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "default")
    .map(({ name }) => `  or   ${demoUrl(name, demo.ports.shop)}\n`);
  console.log(
    `\n  Open ${demo.shopUrl}\n${others.join("")}  or   ${demo.frameHostUrl}, another site that shows it\n\nCtrl-C stops the shop and its sandbox.`,
  );
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void demo.stop().then(() => process.exit(0));
    });
  }
}

await main();
