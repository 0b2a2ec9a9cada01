export type LockedPackage = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
};
export type Lockfile = { lockfileVersion: number; packages: Record<string, LockedPackage> };

export type Rules = {
  /** The least version of a package, wherever in the tree it stands. */
  floors: Readonly<Record<string, string>>;
  /** Packages with a script for their installation, and why they work without it. */
  scripts: Readonly<Record<string, string>>;
};

const REGISTRY = "https://registry.npmjs.org/";
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What must not be in a lockfile: a package from elsewhere than the public registry, one whose content
 * is not fixed, one with a known hole, or one that wants to run something when it is installed.
 */
export function lockfileFaults(lock: Lockfile, rules: Rules): string[] {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  if (lock.lockfileVersion !== 3) return [`the lockfile is of version ${lock.lockfileVersion}`];
  if (packages.length === 0) return ["the lockfile holds no package"];
  const scripted = new Set(
    packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
  );
  return [
    ...packages.flatMap(([path, entry]) => faultsOf(path, entry, rules)),
    ...Object.keys(rules.floors)
      .filter((name) => !(`node_modules/${name}` in lock.packages))
      .map((name) => `${name} has a floor, and is not there`),
    ...Object.keys(rules.scripts)
      .filter((name) => !scripted.has(name))
      .map((name) => `${name} is excused for a script that it does not have`),
  ];
}

function faultsOf(path: string, entry: LockedPackage, rules: Rules): string[] {
  const name = nameOf(path);
  const { version = "", resolved, integrity = "" } = entry;
  const floor = rules.floors[name];
  return [
    entry.link && `${path} is a link to a folder`,
    // Without an address npm asks whatever registry is configured, and the hash decides.
    resolved !== undefined && !resolved.startsWith(REGISTRY) && `${path} is not from the registry`,
    !SHA512.test(integrity) && `${path} has no SHA-512 hash`,
    !/^\d+\.\d+\.\d+/.test(version) && `${path} has no version`,
    floor !== undefined && isBelow(version, floor) && `${path} is ${version}, below ${floor}`,
    entry.hasInstallScript && !(name in rules.scripts) && `${path} has an installation script`,
  ].filter((fault) => typeof fault === "string");
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + 13);

/** Whether a version is older than another; one that is not released yet is older than its release. */
export function isBelow(version: string, floor: string): boolean {
  const [numbers = "", early] = version.split(/-(.*)/s);
  const parts = numbers.split(".").map(Number);
  const least = floor.split(".").map(Number);
  for (const [index, number] of least.entries()) {
    const own = parts[index] ?? 0;
    if (own !== number) return own < number;
  }
  return early !== undefined && early !== "";
}
