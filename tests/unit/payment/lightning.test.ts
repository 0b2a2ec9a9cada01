import { expect, test } from "vitest";
import { parseInvoice, parseLightning } from "@/lib/payment/lightning";

// The second example of BOLT11: 2500 micro-bitcoin for a cup of coffee, valid for one minute.
const COFFEE =
  "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpuaztrnwngzn3kdzw5hydlzf03qdgm2hdq27cqv3agm2awhz5se903vruatfhq77w3ls4evs3ch9zw97j25emudupq63nyw24cg27h2rspfj9srp";
const COFFEE_SECONDS = 1_496_314_658;

test("amount and end of an invoice are read from the invoice itself", () => {
  expect(parseInvoice(COFFEE)).toEqual({ amount: "0.0025", expiresAtSeconds: COFFEE_SECONDS + 60 });
  expect(parseInvoice(COFFEE.toUpperCase())?.amount).toBe("0.0025");
});

test.each([
  ["one letter that changed", COFFEE.replace("pvjluez", "pvjluey")],
  ["an amount that changed", COFFEE.replace("2500u", "2501u")],
  ["a letter that is missing", COFFEE.slice(0, -1)],
  ["mixed case", `${COFFEE.slice(0, 20).toUpperCase()}${COFFEE.slice(20)}`],
  ["an address", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["nothing", ""],
])("%s is no invoice", (_name, text) => {
  expect(parseInvoice(text)).toBeUndefined();
  expect(parseLightning(`lightning:${text}`)).toBeUndefined();
});
