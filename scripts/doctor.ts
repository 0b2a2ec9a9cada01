import { parseArgs } from "node:util";
import nextEnv from "@next/env";

const USAGE = `npm run doctor -- [--url https://your.shop] [--json] [--lang en]

Looks at the configuration, asks upstream as the shop does and checks one order without creating it.
With --url it also opens the running shop from outside; it needs SETUP_TOKEN unless the shop runs by next dev.
Exit code: 0 when nothing is wrong, 1 when something is, 2 when this command was misspelled.`;

function readFlags() {
  const options = {
    url: { type: "string" },
    json: { type: "boolean", default: false },
    lang: { type: "string" },
    help: { type: "boolean", default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const valid = values.url === undefined || /^https?:$/.test(new URL(values.url).protocol);
    if (valid && !values.help) return values;
  } catch {
    // Said below.
  }
  console.error(USAGE);
  process.exit(2);
}

const flags = readFlags();
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });
process.env.LOG_LEVEL = "silent";

// The configuration is read when these load, so they come after it.
const { examine } = await import("@/lib/doctor/examine");
const { toReport } = await import("@/lib/doctor/report");
const { reportText } = await import("@/lib/doctor/report-text");
const { loadMessages } = await import("@/lib/i18n/messages");
const { isLocale, LOCALES } = await import("@/lib/i18n/locales");

const locale = isLocale(flags.lang) ? flags.lang : LOCALES[0];
const words = (await loadMessages(locale)).doctor;
const url = flags.url === undefined ? undefined : new URL(flags.url).origin;
const report = toReport(await examine({ url }), words, locale);
console.log(flags.json ? JSON.stringify(report, null, 2) : reportText(report, words));
process.exit(report.worst === "wrong" ? 1 : 0);
