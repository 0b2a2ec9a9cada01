import { describe, expect, it } from "vitest";
import { memoryStore } from "@/lib/cart/browser-storage";
import {
  dropDraft,
  restoreDraft,
  type StoredDraft,
  saveDraft,
} from "@/lib/cart/checkout-draft-store";

const RANGE = "US/acme/1/v:50";
const TOP_UP = "TR/tel/1/d:100 TRY";

const draft: StoredDraft = {
  lines: {
    [RANGE]: { value: "60", phone: "", account: "77-1" },
    [TOP_UP]: { value: "", phone: "+1 212 555 1234", account: "" },
  },
  email: "ada@example.com",
  coin: "USDC",
  method: "USER_WALLET|USDC|Base",
  coupon: "SAVE",
  refundAddress: "",
  newsletter: true,
};

describe("the draft of a checkout", () => {
  it("comes back whole for the same products", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    expect(restoreDraft(store, [RANGE, TOP_UP])).toEqual(draft);
  });

  it("stays with the products that are left when another one is taken out", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    const { lines, ...order } = draft;
    expect(restoreDraft(store, [RANGE])).toEqual({ ...order, lines: { [RANGE]: lines[RANGE] } });
  });

  it("takes only the buyer's own details along to another product", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    expect(restoreDraft(store, ["US/other/1/d:25"])).toEqual({
      email: draft.email,
      lines: { "US/other/1/d:25": { phone: "+1 212 555 1234" } },
    });
  });

  // 06 12 34 56 78 is a mobile number in France, and somebody else's in the Netherlands.
  it.each([
    { typed: "06 12 34 56 78", product: "NL/kpn/1/d:10 EUR", kept: {} },
    { typed: "06 12 34 56 78", product: "FR/free/1/d:20 EUR", kept: { phone: "06 12 34 56 78" } },
    { typed: "+33 6 12345678", product: "NL/kpn/1/d:10 EUR", kept: { phone: "+33 6 12345678" } },
  ])("B12: takes “$typed” along to $product as $kept", ({ typed, product, kept }) => {
    const store = memoryStore();
    const line = { value: "", phone: typed, account: "" };
    saveDraft(store, { ...draft, lines: { "FR/orange/1/d:10 EUR": line } });
    expect(restoreDraft(store, [product]).lines).toEqual({ [product]: kept });
  });

  it("does not guess which of two numbers another product is for", () => {
    const store = memoryStore();
    const second = { value: "", phone: "+90 532 123 45 67", account: "" };
    saveDraft(store, { ...draft, lines: { ...draft.lines, "TR/tel/1/d:50 TRY": second } });
    expect(restoreDraft(store, ["TR/other/1/d:25"]).lines).toEqual({ "TR/other/1/d:25": {} });
  });

  it.each([
    { name: "nothing", text: null },
    { name: "not JSON", text: "{" },
    { name: "wrong types", text: `{"lines":{"${RANGE}":7},"email":7,"newsletter":"yes"}` },
  ])("has no text when the store holds $name", ({ text }) => {
    const store = memoryStore();
    if (text !== null) store.setItem("checkout.draft", text);
    const { lines, email } = restoreDraft(store, [RANGE]);
    expect([Object.values(lines).flatMap(Object.keys), email]).toEqual([[], undefined]);
  });

  it("is gone once it is dropped", () => {
    const store = memoryStore();
    saveDraft(store, draft);
    dropDraft(store);
    expect(restoreDraft(store, [RANGE])).toEqual({ lines: {} });
  });
});
