import { expect, it } from "vitest";
import { memoryStore } from "@/lib/cart/browser-storage";
import { placeOfUse, rememberPlaceOfUse } from "@/lib/device/place-of-use";

const plan = (denomination: string) => ({ country: "US", slug: "roamly", denomination });

it("two plans of one brand keep an answer each, and the newest answer holds", () => {
  const store = memoryStore();
  rememberPlaceOfUse(store, plan("1 GB"), "here");
  rememberPlaceOfUse(store, plan("5 GB"), "elsewhere");
  expect(placeOfUse(store, plan("1 GB"))).toBe("here");
  expect(placeOfUse(store, plan("5 GB"))).toBe("elsewhere");
  rememberPlaceOfUse(store, plan("1 GB"), "elsewhere");
  expect(placeOfUse(store, plan("1 GB"))).toBe("elsewhere");
  expect(placeOfUse(store, plan("20 GB"))).toBeUndefined();
});

it("what somebody else wrote into the store is no answer, and old answers make room", () => {
  const store = memoryStore();
  store.setItem("use-places", JSON.stringify({ "US/roamly/1 GB": "the moon" }));
  expect(placeOfUse(store, plan("1 GB"))).toBeUndefined();
  for (let count = 0; count < 40; count += 1)
    rememberPlaceOfUse(store, plan(`${count} GB`), "here");
  expect(placeOfUse(store, plan("0 GB"))).toBeUndefined();
  expect(placeOfUse(store, plan("39 GB"))).toBe("here");
});
