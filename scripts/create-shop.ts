import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs, parseEnv } from "node:util";
import { LOCALES } from "../lib/i18n/locales";
import { isLoopback } from "../lib/is-loopback";
import { readShops } from "../lib/shop/read-shops";
import { PALETTE } from "../styles/palette";
import { type RawAnswers, readAnswers } from "./create-shop/answers";
import { askFor, askForPartnerId } from "./create-shop/ask-for";
import { colorOf, drawFiles } from "./create-shop/draw-files";
import { envClashes } from "./create-shop/env-clashes";
import { withVariables } from "./create-shop/env-file";
import { legalDrafts } from "./create-shop/legal-drafts";
import { partnerVariable, shopConfig } from "./create-shop/shop-config";

const USAGE = `npm run create-shop -- [--id rosa] [--name Rosa] [--url https://rosa.example] [--email help@rosa.example]
  [--logo logo.svg] [--brand #1a2b3c] [--entity "Rosa Ltd"] [--address "1 High Street, Town"]
  [--country US] [--locale en] [--coin USDC] [--network Solana]
  [--default] [--shops shops] [--env .env] [--no-doctor]

Makes a shop's folder: shop.json, icons and a preview picture from the one logo, drafts of its legal texts in
every language, and the environment file. Asks for what is not given, if there is anybody to ask. The first
shop, or one with --default, is the one whose address is SITE_URL. The partner ID is asked for, or taken from
PARTNER_ID in the environment, never from a flag. What the environment file has stays: where it names another
address, folder or partner ID for the shop, nothing is made. It ends with the doctor, and with its exit code.`;

const TEXT = { type: "string" } as const;
const SHOPS = "shops";
const NO = { type: "boolean", default: false } as const;

function readFlags() {
  const answers = { id: TEXT, name: TEXT, url: TEXT, email: TEXT, entity: TEXT, address: TEXT };
  const looks = { logo: TEXT, brand: TEXT, country: TEXT, locale: TEXT, coin: TEXT, network: TEXT };
  const places = {
    shops: TEXT,
    env: { ...TEXT, default: ".env" },
  } as const;
  const switches = { default: NO, "no-doctor": NO, help: NO } as const;
  try {
    const options = { ...answers, ...looks, ...places, ...switches };
    const { values } = parseArgs({ options });
    if (!values.help) return values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : "unreadable flags");
  }
  console.error(USAGE);
  process.exit(2);
}

async function main(): Promise<void> {
  const { env, default: asDefault, "no-doctor": noDoctor, help: _, ...rest } = readFlags();
  // The first shop of a deployment is the one whose address is SITE_URL.
  const isFresh = !existsSync(env);
  const isDefault = asDefault || isFresh;
  const kept = isFresh ? {} : parseEnv(readFileSync(env, "utf8"));
  const place = kept.SHOPS_DIR || (isFresh ? undefined : SHOPS);
  const { shops = place ?? SHOPS, ...flags } = rest;
  const isAttended = process.stdin.isTTY === true;
  const given: RawAnswers | undefined = isAttended ? await askFor(flags, shops) : flags;
  if (!given) process.exit(1);
  const read = readAnswers(given);
  if (!read.ok) stop(read.faults);
  const { answers } = read;
  const folder = join(shops, answers.id);
  if (existsSync(folder)) stop([`${folder} is there already; nothing was changed`]);
  const known = process.env.PARTNER_ID ?? "";
  const partnerId = known || !isAttended ? known : await askForPartnerId();
  if (partnerId === undefined) process.exit(1);
  const variable = partnerVariable(answers.id, isDefault);
  const own = { ...(isDefault && { SITE_URL: answers.url, DEFAULT_SHOP: answers.id }) };
  const wanted = { ...own, SHOPS_DIR: shops, [variable]: partnerId };
  const clashes = envClashes(env, { ...kept, SHOPS_DIR: place }, wanted);
  if (clashes.length > 0) stop(clashes);

  const brand = answers.brand ?? (answers.logo && (await colorOf(answers.logo)));
  const wish = brand ?? PALETTE.light.brand;
  const { files, contents } = await drawFiles(answers.logo, wish);
  const config = shopConfig(answers, { brand: wish, files, isDefault });
  write(join(folder, "shop.json"), `${JSON.stringify(config, null, 2)}\n`);
  for (const [name, content] of contents) write(join(folder, name), content);
  for (const [name, text] of await legalDrafts(answers.name)) write(join(folder, name), text);
  if (brand !== undefined && config.theme.light.brand !== brand.toLowerCase()) {
    console.log(`${brand} is hard to read on a light page; ${config.theme.light.brand} is used.`);
  }
  writeEnvironment(env, {
    API_URL: "https://api.cryptorefills.com",
    ORDER_SECRET: randomBytes(32).toString("base64"),
    ...own,
    ...(shops !== SHOPS && { SHOPS_DIR: shops }),
    [variable]: partnerId,
  });

  const { faults } = readShops({
    dir: shops,
    siteUrl: answers.url,
    defaultShop: answers.id,
    locales: LOCALES,
    environment: { [variable]: partnerId || "not-set-yet" },
  });
  const ownFaults = faults.filter((fault) => fault.startsWith(folder));
  if (ownFaults.length > 0) stop(ownFaults);
  console.log(
    `\nMade ${folder}. Have the texts in ${folder}/legal read by somebody who knows the law.`,
  );
  if (!partnerId) console.log(`Set ${variable} in ${env}: the partner ID from your account page.`);
  if (isLoopback(answers.url)) console.log(`${answers.url} is an address of this machine alone.`);
  console.log("It starts with: npm run build && npm start\n");
  if (!noDoctor) process.exitCode = callDoctor(env);
}

/** The doctor looks at the very file that was written, wherever it is. */
function callDoctor(env: string): number {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/doctor.ts"];
  const { status } = spawnSync(process.execPath, [`--env-file=${env}`, ...script], {
    stdio: "inherit",
  });
  return status ?? 1;
}

/** Nobody else gets the right to read it. A line for what is not known yet waits to be filled in. */
function writeEnvironment(path: string, values: Record<string, string>): void {
  const isFresh = !existsSync(path);
  const present = readFileSync(isFresh ? ".env.example" : path, "utf8");
  writeFileSync(path, withVariables(present, values, { isFresh }), { mode: 0o600 });
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function stop(faults: readonly string[]): never {
  console.error(faults.join("\n"));
  process.exit(1);
}

await main();
