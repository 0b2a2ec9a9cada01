import { expect, test } from "vitest";
import { parseCheckoutQuery } from "@/app/[shop]/[locale]/checkout/load-checkout";

test.each(["10 GB 30 days ", " 10 GB", "10  GB"])(
  "the key of a product stands in the form's address as it is: “%s”",
  (denomination) => {
    const { items } = parseCheckoutQuery({ c: "us", b: "acme", d: denomination });
    expect(items).toEqual([{ country: "US", slug: "acme", quantity: 1, denomination }]);
  },
);

test("an amount that was typed may stand between spaces", () => {
  const { items } = parseCheckoutQuery({ c: "US", b: "acme", d: "range", v: " 25 " });
  expect(items).toEqual([{ country: "US", slug: "acme", quantity: 1, value: "25" }]);
});
