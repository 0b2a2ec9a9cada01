import { describe, expect, it } from "vitest";
import { memoryStore } from "@/lib/cart/browser-storage";
import {
  dropDraft,
  restoreDraft,
  type StoredDraft,
  saveDraft,
} from "@/lib/cart/checkout-draft-store";

const draft: StoredDraft = {
  choice: "US/acme/range/50",
  email: "ada@example.com",
  phone: "+1 212 555 1234",
  account: "77-1",
  value: "60",
  coin: "USDC",
  method: "USER_WALLET|USDC|Base",
  coupon: "SAVE",
  refundAddress: "",
  newsletter: true,
};

describe("the draft of a checkout", () => {
  it("comes back whole for the same choice", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    const { choice, ...typed } = draft;
    expect(restoreDraft(store, choice)).toEqual(typed);
  });

  it("takes only the buyer's own details along to another product", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    expect(restoreDraft(store, "US/other/25")).toEqual({
      email: draft.email,
      phone: draft.phone,
    });
  });

  it.each([
    { name: "nothing", text: null },
    { name: "not JSON", text: "{" },
    { name: "wrong types", text: '{"choice":"US/acme/range/50","email":7,"newsletter":"yes"}' },
  ])("is empty when the store holds $name", ({ text }) => {
    const store = memoryStore();
    if (text !== null) store.setItem("checkout.draft", text);
    expect(restoreDraft(store, draft.choice)).toEqual({});
  });

  it("is gone once it is dropped", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    dropDraft(store);
    expect(restoreDraft(store, draft.choice)).toEqual({});
  });
});
