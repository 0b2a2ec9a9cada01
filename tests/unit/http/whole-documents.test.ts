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
