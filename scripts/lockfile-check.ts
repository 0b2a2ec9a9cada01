import { readFileSync } from "node:fs";
import { type Lockfile, lockfileFaults } from "./supply-chain/lockfile-faults";
import { RULES } from "./supply-chain/rules";

/** Part of `npm run verify`: says what is wrong with package-lock.json, and fails. */
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lockfile;
const faults = lockfileFaults(lock, RULES);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${Object.keys(lock.packages).length - 1} packages, each with its hash`);
