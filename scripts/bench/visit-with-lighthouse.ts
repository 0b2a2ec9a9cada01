import lighthouse, { type Result } from "lighthouse";
import { launchBrowser } from "../browser";
import { freePort } from "../free-port";

type Category = "performance" | "accessibility" | "best-practices" | "seo";
export type Page = { name: string; url: string; cookie?: string };
export type Visit = (page: Page, categories: readonly Category[]) => Promise<Result>;

const SECONDS_MAX = 30;

/** Lends a browser of its own to `use`, with a function that visits a page as Lighthouse's simulated phone does. */
export async function withLighthouse<T>(use: (visit: Visit) => Promise<T>): Promise<T> {
  const port = await freePort(0);
  const browser = await launchBrowser([
    `--remote-debugging-port=${port}`,
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
  ]);
  try {
    const devtools = await browser.newBrowserCDPSession();
    return await use(async ({ url, cookie }, categories) => {
      await devtools.send("Storage.setCookies", { cookies: cookiesOf(url, cookie) });
      const run = await lighthouse(url, {
        port,
        output: "json",
        logLevel: "error",
        onlyCategories: [...categories],
        maxWaitForLoad: SECONDS_MAX * 1000,
      });
      if (!run) throw new Error(`${url} could not be measured`);
      const { runtimeError } = run.lhr;
      if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
      return run.lhr;
    });
  } finally {
    await browser.close();
  }
}

/** As a browser keeps what a `Cookie` header says. */
function cookiesOf(url: string, header = "") {
  const pairs = header.split("; ").filter((pair) => pair !== "");
  return pairs.map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url };
  });
}
