import { readdirSync } from "node:fs";
import { buildApp } from "./build-app";
import { demoUrl } from "./demo-shops";
import { startDemo } from "./start-demo";

const WISHED = { shop: 3000, sandbox: 4010, frameHost: 3001 };

async function main(): Promise<void> {
  console.log("Building the shop …");
  buildApp();
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
