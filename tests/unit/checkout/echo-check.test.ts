import { expect, test } from "vitest";
import { echoFaults } from "@/lib/checkout/echo-check";

const asked = {
  line: {
    brand: "pixelforge",
    brandId: "b-1",
    country: "US",
    denomination: "20 USD",
    beneficiary: "Alice@Example.com",
  },
  brand: { name: "Pixelforge" },
  product: { denomination: "20 USD" },
} as Parameters<typeof echoFaults>[0][number];

const echo = {
  deliverable: {
    brand_name: "Pixelforge",
    country_code: "us",
    denomination: "20 USD",
    beneficiary_account: "alice@example.com",
  },
};

test("what comes back as it was asked for has no fault", () => {
  expect(echoFaults([asked], [echo])).toEqual([]);
});

test.each([
  ["another brand", { brand_name: "Parcelport" }],
  ["another country", { country_code: "CA" }],
  ["another denomination", { denomination: "range" }],
  ["another recipient", { beneficiary_account: "bob@example.com" }],
  ["no denomination", { denomination: undefined }],
])("%s is a fault of its line", (_name, change) => {
  expect(echoFaults([asked], [{ deliverable: { ...echo.deliverable, ...change } }])).toEqual([0]);
});

test("a line that did not come back is a fault", () => {
  expect(echoFaults([asked, asked], [echo])).toEqual([1]);
});

test("a range is confirmed by its value, whatever its digits", () => {
  const ranged = {
    ...asked,
    line: { ...asked.line, denomination: undefined, value: "75" },
  } as typeof asked;
  const back = (product_value: string) => ({
    deliverable: { ...echo.deliverable, denomination: "range", product_value },
  });
  expect(echoFaults([ranged], [back("75.00")])).toEqual([]);
  expect(echoFaults([ranged], [back("75.01")])).toEqual([0]);
});
