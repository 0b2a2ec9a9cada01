import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { freePort } from "../../scripts/free-port";
import { expect, test } from "./support/test";

const SOUND = {
  API_URL: "https://api.example",
  PARTNER_ID: "partner-sentinel-4711",
  SITE_URL: "https://shop.example",
  ORDER_SECRET: randomBytes(32).toString("base64"),
};

/** Starts the built shop with exactly these variables, and waits until it gives up. */
async function startWith(variables: Record<string, string | undefined>) {
  const { PATH = "" } = process.env;
  const port = await freePort(0);
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", `${port}`],
    {
      env: JSON.parse(JSON.stringify({ PATH, NODE_ENV: "production", ...SOUND, ...variables })),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    child.once("exit", (status) => {
      clearTimeout(late);
      resolve(status);
    });
  });
  const answers = await fetch(`http://127.0.0.1:${port}/api/health/live`).then(
    () => true,
    () => false,
  );
  return { code, printed, answers };
}

const WRONG: [name: string, value: string | undefined][] = [
  ["PARTNER_ID", undefined],
  ["PARTNER_ID", "two words of WRONGVALUE"],
  ["ORDER_SECRET", undefined],
  ["ORDER_SECRET", Buffer.from("WRONGVALUE").toString("base64")],
  ["SITE_URL", "http://WRONGVALUE.example"],
  ["API_URL", "ftp://WRONGVALUE"],
  ["LIMIT_ORDERS", "WRONGVALUE"],
  ["TRUST_PROXY", "WRONGVALUE"],
  ["DEMO", "1"],
];

for (const [name, value] of WRONG) {
  test(`H2: with ${name} ${value === undefined ? "missing" : "wrong"} (${value ?? "-"}) the shop does not start, and names it alone`, async () => {
    const { code, printed, answers } = await startWith({ [name]: value });
    expect(printed).toContain("The shop cannot start");
    expect(printed).toContain(name);
    expect({ code, answers }).toEqual({ code: 1, answers: false });
    const secrets = [SOUND.ORDER_SECRET, SOUND.PARTNER_ID, "WRONGVALUE"];
    for (const secret of [...secrets, Buffer.from("WRONGVALUE").toString("base64")]) {
      expect(printed).not.toContain(secret);
    }
  });
}
