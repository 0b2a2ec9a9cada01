import { expect, it } from "vitest";
import { regionNames } from "@/components/product/region-names";

it.each([
  ["US", "United States"],
  ["150", "Europe"],
  ["Asia Pacific", "Asia Pacific"],
  ["usa!", "usa!"],
  ["", ""],
])("the place “%s” is called “%s”", (code, name) => {
  expect(regionNames("en")(code)).toEqual({ code, name });
});
