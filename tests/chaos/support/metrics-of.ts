export const METRICS_TOKEN = "metrics-token-of-this-test";

/** The sum of a metric of one instance, over the series whose labels match. */
export async function metricOf(url: string, host: string, series: RegExp): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}`, host };
  const text = await (await fetch(`${url}/api/metrics`, { headers })).text();
  return text
    .split("\n")
    .filter((line) => series.test(line))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}
