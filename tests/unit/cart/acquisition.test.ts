import { describe, expect, it } from "vitest";
import { keepAcquisition, readAcquisition } from "@/lib/cart/acquisition";
import { memoryStore } from "@/lib/cart/browser-storage";

const keptAfter = (...searches: string[]) => {
  const store = memoryStore();
  for (const search of searches) keepAcquisition(store, search);
  return readAcquisition(store);
};

describe("where a visit came from", () => {
  it("is kept from the address that said so", () => {
    expect(keptAfter("?utm_source=news&utm_medium=mail&utm_campaign=may&x=1")).toEqual({
      utmSource: "news",
      utmMedium: "mail",
      utmCampaign: "may",
    });
  });

  it("stays while other pages are opened, until another advertisement is followed", () => {
    expect(keptAfter("?utm_source=news", "?q=games", "")).toEqual({ utmSource: "news" });
    expect(keptAfter("?utm_source=news&utm_medium=mail", "?utm_source=blog")).toEqual({
      utmSource: "blog",
    });
  });

  it.each(["", "?utm_source=", "?utm_source=%00%07", `?utm_source=${"x".repeat(101)}`, "?gclid=1"])(
    "is nothing after “%.30s”",
    (search) => {
      expect(keptAfter(search)).toBeUndefined();
    },
  );

  it("is nothing when somebody else wrote into the store", () => {
    const store = memoryStore();
    store.setItem("acquisition", '{"utmSource":7,"other":"x"}');
    expect(readAcquisition(store)).toBeUndefined();
  });
});
