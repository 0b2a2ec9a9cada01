import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PARTNER_ID } from "../env/partner-id";
import { isLoopback } from "../is-loopback";
import { checkShop, unknownLanguages } from "./check-shop";
import { type LegalTexts, readLegal } from "./read-legal";
import { type Shop, shopSchema } from "./schema";
import { schemaFaults } from "./schema-faults";
import { readFiles, type ShopFile } from "./shop-files";

export type LoadedShop = { shop: Shop; files: Map<string, ShopFile>; legal: LegalTexts };

export type ShopsInput = {
  dir: string;
  /** The address of the default shop. */
  siteUrl: string;
  defaultShop: string;
  locales: readonly string[];
  /** Where partner IDs are looked for; their values go nowhere. */
  environment: Readonly<Record<string, string | undefined>>;
};

type Environment = ShopsInput["environment"];

/** What shops are read from, by an environment that may lack what it should have. */
export function shopsInput(
  environment: Environment,
  siteUrl: string | undefined,
  locales: readonly string[],
): ShopsInput {
  return {
    dir: environment.SHOPS_DIR || "shops",
    // Shops are looked at even where the configuration has faults, so that all of it is said at once.
    siteUrl: siteUrl ?? "http://localhost",
    defaultShop: environment.DEFAULT_SHOP || "default",
    locales,
    environment,
  };
}

type Outcome = { shops: LoadedShop[]; faults: string[]; warnings: string[] };

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Reads every `shops/<id>/shop.json` and what it names: all faults of all shops, one line each. */
export function readShops(input: ShopsInput): Outcome {
  const outcome: Outcome = { shops: [], faults: [], warnings: [] };
  if (!isFolder(input.dir)) {
    return { ...outcome, faults: [`${input.dir}: there is no such folder`] };
  }
  const ids = foldersIn(input.dir);
  for (const id of ids) {
    const { loaded, faults, warnings } = readShop(input, id);
    outcome.faults.push(...faults);
    outcome.warnings.push(...warnings);
    if (loaded) outcome.shops.push(loaded);
  }
  if (!ids.includes(input.defaultShop)) {
    outcome.faults.push(`${input.dir}: there is no shop "${input.defaultShop}"`);
  }
  outcome.faults.push(...sharedHosts(outcome.shops));
  return outcome;
}

/** Links to folders count, for a mounted volume may hold nothing else; what begins with a dot is nobody's shop. */
const foldersIn = (dir: string): string[] =>
  readdirSync(/*turbopackIgnore: true*/ dir)
    .filter((name) => !name.startsWith(".") && isFolder(join(dir, name)))
    .sort();

function isFolder(path: string): boolean {
  try {
    return statSync(/*turbopackIgnore: true*/ path).isDirectory();
  } catch {
    // A link that leads nowhere, or round in a circle.
    return false;
  }
}

type One = { loaded?: LoadedShop; faults: string[]; warnings: string[] };

function readShop(input: ShopsInput, id: string): One {
  const folder = join(/*turbopackIgnore: true*/ input.dir, id);
  const place = `${folder}/shop.json`;
  if (!ID.test(id)) {
    return { faults: [`${folder}: must be named in lower case letters and digits`], warnings: [] };
  }
  const legal = readLegal(folder, input.locales);
  const failed = (...faults: string[]): One => ({
    faults: [...faults, ...legal.faults],
    warnings: legal.warnings,
  });
  const text = read(join(folder, "shop.json"))?.toString("utf8");
  if (text === undefined) return failed(`${place}: cannot be read`);
  const json = parseJson(text);
  if (json instanceof SyntaxError) return failed(`${place}: is not JSON (${json.message})`);
  const parsed = shopSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    return failed(...schemaFaults(parsed.error).map((fault) => `${place}: ${fault}`));
  }
  const config = parsed.data;
  const isDefault = id === input.defaultShop;
  const url = isDefault ? input.siteUrl : config.url;
  if (url === undefined) return failed(`${place}: url is missing`);
  // A shop on this machine is a sample or a draft: a deployment with an address of its own leaves it out.
  const isLeftOut = isLoopback(url) && !isLoopback(input.siteUrl);
  const { files, faults: fileFaults } = readFiles(config, (name) => read(join(folder, name)));
  const faults = [
    ...checkShop(config),
    ...(isLeftOut ? [] : missingPartnerId(config.partnerIdEnv, input.environment)),
    ...fileFaults,
  ].map((fault) => `${place}: ${fault}`);
  faults.push(...legal.faults);
  const warnings = unknownLanguages(config, input.locales);
  const isElsewhere = config.url !== undefined && config.url !== url && !isLoopback(config.url);
  if (isDefault && isElsewhere) {
    warnings.push("url is not SITE_URL, which is the address of the default shop");
  }
  const told = [...warnings.map((warning) => `${place}: ${warning}`), ...legal.warnings];
  if (faults.length > 0) return { faults, warnings: told };
  // What was read of a trial's upstream must not be found once the shop is open.
  const sources = [text, url, input.environment.API_URL, legal.sources];
  const hash = createHash("sha256").update(JSON.stringify(sources));
  for (const { path } of files.values()) hash.update(path);
  const [first = ""] = input.locales;
  const locale = input.locales.includes(config.defaults.locale) ? config.defaults.locale : first;
  const shop: Shop = {
    ...config,
    defaults: { ...config.defaults, locale },
    id,
    url,
    revision: hash.digest("hex").slice(0, 10),
  };
  return isLeftOut
    ? { faults, warnings: [] }
    : { loaded: { shop, files, legal: legal.texts }, faults, warnings: told };
}

function read(path: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(/*turbopackIgnore: true*/ path);
  } catch {
    // Whoever asks knows best what a file that is not there means.
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError("unreadable");
  }
}

function missingPartnerId(variable: string, environment: Environment): string[] {
  // Its absence is a fault of the environment itself, and reported there.
  if (variable === "PARTNER_ID") return [];
  const value = environment[variable];
  if (!value) return [`partnerIdEnv ${variable} is not set in the environment`];
  return PARTNER_ID.test(value) ? [] : [`partnerIdEnv ${variable} must be printable, no spaces`];
}

function sharedHosts(shops: readonly LoadedShop[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { shop } of shops) {
    const { host } = new URL(shop.url);
    owners.set(host, [...(owners.get(host) ?? []), shop.id]);
  }
  return [...owners]
    .filter(([, ids]) => ids.length > 1)
    .map(([host, ids]) => `shops ${ids.sort().join(" and ")} have the same address ${host}`);
}
