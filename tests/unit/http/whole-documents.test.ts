import { expect, test } from "vitest";
import { askForWholeDocument } from "@/lib/http/whole-documents";

const flight = () => ({ rsc: "1", "next-router-state-tree": "x", accept: "*/*" });

test.each([
  "/en/orders",
  "/en/gift",
  "/en/orders/abc?_rsc=1",
  "/tr/checkout?c=TR",
  "/en/%6Frders/abc",
  "//en//orders/abc",
  "/_next/static/../../en/orders/abc",
  "/_next/static/%2e%2e/..%2fen/orders/abc",
  "/\\en/orders/abc",
])("a payload of %s is never asked for", (url) => {
  const headers = flight();
  askForWholeDocument(url, headers);
  expect(headers).toEqual({ accept: "*/*", "user-agent": "unknown" });
});

test.each(["/en/us", "/en/us/browse?_rsc=1", "/en/us/orders", "/api/orders/abc", "/%"])(
  "the headers of %s stay as they are",
  (url) => {
    const headers = flight();
    askForWholeDocument(url, headers);
    expect(headers).toEqual(flight());
  },
);

test("the name that a client gives itself stays", () => {
  const headers = { ...flight(), "user-agent": "Buyer/1.0" };
  askForWholeDocument("/en/orders", headers);
  expect(headers).toEqual({ accept: "*/*", "user-agent": "Buyer/1.0" });
});

test.each([
  ["/en/orders/abc.rsc", "/en/orders/abc"],
  ["/en/orders/abc.rsc?_rsc=1&x=2?3", "/en/orders/abc?_rsc=1&x=2?3"],
  ["/en/orders/abc.prefetch.rsc", "/en/orders/abc"],
  ["/en/orders/abc.segments/_tree.segment.rsc", "/en/orders/abc"],
  ["/en/checkout.rsc", "/en/checkout"],
  ["/en/orders/abc?x=1", "/en/orders/abc?x=1"],
  ["/en/us.rsc", "/en/us.rsc"],
  ["/api/orders/abc.rsc", "/api/orders/abc.rsc"],
])(
  "A1: %s is answered as %s, for an ending asks for a payload without a header",
  (url, answered) => {
    expect(askForWholeDocument(url, flight())).toBe(answered);
  },
);
