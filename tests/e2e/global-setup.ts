import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startDemo } from "../../scripts/start-demo";
import { ONE_ADDRESS_LIMITS } from "../support/one-address-limits";
import { startSolanaStub } from "./support/solana-rpc-stub";

const LOOPBACK_ONLY = pathToFileURL(resolve("tests/e2e/support/loopback-only.mjs")).href;

/**
 * Starts the built shop and its sandbox on free ports, once for all tests, as on a machine without a
 * network. What it prints, to the last detail, is searched when all tests are over.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const solana = await startSolanaStub();
  const token = randomBytes(24).toString("base64url");
  const logFile = join(mkdtempSync(join(tmpdir(), "storefront-e2e-")), "shop.log");
  const demo = await startDemo({
    shopPort: 0,
    sandboxPort: 0,
    logFile,
    env: {
      PARTNER_ID: "partner-sentinel-4711",
      LOG_LEVEL: "debug",
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${LOOPBACK_ONLY}`.trim(),
      ...ONE_ADDRESS_LIMITS,
      LIMIT_PRICE: "1000/60",
      LIMIT_READ: "5000/60",
      LIMIT_SUBSCRIBE: "1000/60",
      LIMIT_RPC: "1000/60",
      LIMIT_IMAGES: "1000/60",
      LIMIT_REPORTS: "1000/60",
      SOLANA_RPC_URL: solana.url,
      SETUP_TOKEN: token,
    },
  });
  process.env.SHOP_LOG = logFile;
  process.env.SETUP_TOKEN = token;
  process.env.SHOP_URL = demo.shopUrl;
  process.env.FRAME_HOST_URL = demo.frameHostUrl;
  process.env.SANDBOX_URL = demo.sandboxUrl;
  process.env.SOLANA_STUB_URL = solana.url;
  return async () => {
    await demo.stop();
    await solana.stop();
  };
}
