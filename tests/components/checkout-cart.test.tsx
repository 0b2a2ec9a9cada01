// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CheckoutLine } from "@/components/checkout/checkout-types";
import { readCart, writeCart } from "@/lib/cart/cart-store";
import { fill } from "@/lib/i18n/fill";
import { giftCard, rangeCard, topUp } from "./support/checkout-lines";
import {
  consentToAll,
  created,
  FakeServer,
  messages,
  okValidation,
  openCheckout,
  press,
  refusal,
  toReview,
  type,
} from "./support/checkout-page";

let server: FakeServer;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  server = new FakeServer();
  vi.stubGlobal("fetch", server.fetch);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const other: CheckoutLine = {
  ...rangeCard,
  key: "l1",
  slug: "bolt",
  brandId: "b-2",
  brandName: "Bolt",
};
const phone: CheckoutLine = { ...topUp, key: "l2", slug: "tel", brandId: "b-3" };
const three = [giftCard, other, phone];
const NUMBER = "0532 123 45 67";

const inSummary = () => within(screen.getByRole("region", { name: messages.summaryTitle }));
const bodies = () => server.posts("/api/orders/validations").map(({ body }) => body);

describe("an order of several lines", () => {
  it("keeps the keyboard in the summary when a line is taken out of it", async () => {
    openCheckout({ lines: three });
    await press(`${messages.removeLine}: Bolt 50 USD`);
    const title = inSummary().getByRole("heading", { name: messages.summaryTitle });
    expect(document.activeElement).toBe(title);
    expect(inSummary().getAllByRole("listitem")).toHaveLength(2);
  });

  it("sends each line with its own recipient and value, as often as it is bought", async () => {
    server.answer("validations", okValidation);
    openCheckout({ lines: three });
    await press(fill(messages.quantityMore, { product: "Acme $25" }));
    type(messages.phoneLabel, NUMBER);
    await toReview("ada@example.com");
    const card = { brand: "acme", brandId: "b-1", country: "US", denomination: "25 USD" };
    expect(bodies()[0]?.lines).toEqual([
      { ...card, beneficiary: "ada@example.com" },
      { ...card, beneficiary: "ada@example.com" },
      { brand: "bolt", brandId: "b-2", country: "US", value: "50", beneficiary: "ada@example.com" },
      {
        brand: "tel",
        brandId: "b-3",
        country: "TR",
        denomination: "100 TRY",
        beneficiary: "+905321234567",
      },
    ]);
    expect(screen.getByText("2 × Acme")).toBeTruthy();
    expect(screen.getByText("+90 532 123 45 67")).toBeTruthy();
  });

  it("has one consent for the terms of each brand", async () => {
    server.answer("validations", okValidation);
    openCheckout({
      lines: [
        giftCard,
        { ...giftCard, key: "l9", product: { ...giftCard.product, denomination: "50 USD" } },
        other,
      ],
    });
    await toReview();
    const terms = fill(messages.consentTermsRegion, {
      brand: "Acme",
      region: "United States only",
    });
    expect(screen.getAllByLabelText(terms)).toHaveLength(1);
    expect(screen.getByLabelText(terms.replace("Acme", "Bolt"))).toBeTruthy();
  });

  it("holds no more than one order may have", async () => {
    openCheckout({ lines: [{ ...giftCard, quantity: 9 }, other] });
    const more = inSummary().getByRole<HTMLButtonElement>("button", {
      name: fill(messages.quantityMore, { product: "Acme $25" }),
    });
    expect(more.disabled).toBe(true);
    await press(fill(messages.quantityLess, { product: "Acme $25" }));
    expect(more.disabled).toBe(false);
  });

  it("B12: says before any request that one number stands in it twice", async () => {
    openCheckout({ lines: [phone, { ...phone, key: "l3" }] });
    type(messages.emailLabel, "ada@example.com");
    for (const field of screen.getAllByLabelText(messages.phoneLabel)) {
      fireEvent.change(field, { target: { value: NUMBER } });
    }
    await press(messages.review);
    expect((await screen.findByRole("alert")).textContent).toContain(messages.phoneTwice);
    expect(server.sent).toHaveLength(0);
  });
});

describe("an order that is changed while it is being checked", () => {
  it.each([
    {
      what: "a line is taken out",
      change: () => press(`${messages.removeLine}: Bolt 50 USD`),
      asked: [{ brand: "acme" }],
    },
    {
      what: "one more is wanted",
      change: () => press(fill(messages.quantityMore, { product: "Acme $25" })),
      asked: [{ brand: "acme" }, { brand: "acme" }, { brand: "bolt" }],
    },
    {
      what: "another amount is typed",
      change: async () => type(fill(messages.amountLabel, { currency: "USD" }), "75"),
      asked: [{ brand: "acme" }, { brand: "bolt", value: "75" }],
    },
  ])("is checked anew as it is shown, when $what", async ({ change, asked }) => {
    server.answer("validations", okValidation);
    server.answer("orders", created);
    openCheckout({ lines: [giftCard, other] });
    type(messages.emailLabel, "ada@example.com");
    const letGo = server.hold();
    await press(messages.review);
    await vi.waitFor(() => expect(bodies()).toHaveLength(1));
    await change();
    await act(async () => letGo());
    await screen.findByRole("heading", { name: messages.reviewTitle });
    consentToAll();
    await press(messages.create);
    const [order] = server.posts("/api/orders");
    expect(order?.body.lines).toMatchObject(asked);
    expect(order?.body.lines).toHaveLength(asked.length);
  });
});

describe("a problem of one line of several", () => {
  const soldOut = {
    code: "out_of_stock",
    scope: "line",
    line: 1,
    offer: "remove_line",
    detail: "Bolt is sold out.",
  };
  const refused = { status: 200, body: { ok: false, lines: [], problems: [soldOut] } };

  it("B3: is said with the brand's name, and the order goes on without it at one click", async () => {
    server.answer("validations", refused, okValidation);
    openCheckout({ lines: [giftCard, other] });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    const summary = await screen.findByRole("alert");
    expect(summary.textContent).toContain(`Bolt, ${messages.fieldAmount}: Bolt is sold out.`);
    await press(fill(messages.withoutLine, { product: "Bolt" }));
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(bodies()[1]?.lines).toMatchObject([{ brand: "acme" }]);
    expect(bodies()[1]?.email).toBe("ada@example.com");
  });

  it("B3: one after the other each stands at its own line, and goes away with it", async () => {
    const sold = (at: number, brand: string) => ({
      status: 200,
      body: {
        ok: false,
        lines: [],
        problems: [{ ...soldOut, line: at, detail: `${brand} is sold out.` }],
      },
    });
    server.answer("validations", sold(0, "Acme"), sold(0, "Bolt"), okValidation);
    openCheckout({ lines: [giftCard, other, { ...other, key: "l3", brandName: "Cord" }] });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    await screen.findByRole("link", { name: `Acme, ${messages.fieldAmount}: Acme is sold out.` });
    await press(fill(messages.withoutLine, { product: "Acme" }));
    await screen.findByRole("link", { name: `Bolt, ${messages.fieldAmount}: Bolt is sold out.` });
    await press(fill(messages.withoutLine, { product: "Bolt" }));
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(bodies()[2]?.lines).toHaveLength(1);
  });

  it("of a product that is bought twice is listed once, at the right line", async () => {
    const twice = [
      { ...soldOut, line: 0, detail: "Acme is sold out." },
      { ...soldOut, line: 1, detail: "Acme is sold out." },
    ];
    server.answer("validations", {
      status: 200,
      body: { ok: false, lines: [], problems: twice },
    });
    openCheckout({ lines: [{ ...giftCard, quantity: 2 }, other] });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    const summary = await screen.findByRole("alert");
    expect(within(summary).getAllByRole("listitem")).toHaveLength(1);
    expect(
      screen.getByRole("button", { name: fill(messages.withoutLine, { product: "Acme" }) }),
    ).toBeTruthy();
  });

  it("takes what the other lines cost off a limit before it offers an amount", async () => {
    const limit = {
      code: "daily_spending_limit_exceeded",
      scope: "order",
      field: "amount",
      offer: "lower_amount",
      detail: "Too much for today.",
      more: { left: "60 USD" },
    };
    server.answer(
      "validations",
      { status: 200, body: { ok: false, lines: [], problems: [limit] } },
      okValidation,
    );
    openCheckout({ lines: [giftCard, other] });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    await screen.findByRole("alert");
    await press(fill(messages.amountUseLeftOf, { left: "$35", product: "Bolt" }));
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(bodies()[1]?.lines).toMatchObject([{ brand: "acme" }, { brand: "bolt", value: "35" }]);
  });

  it("leads to the seller's account where only an account helps", async () => {
    const login = { ...soldOut, code: "login_required", offer: "account", detail: "Sign in." };
    server.answer("validations", {
      status: 200,
      body: { ok: false, lines: [], problems: [login] },
    });
    openCheckout({ lines: [giftCard, other], accountHref: "https://seller.example/account" });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    const link = await screen.findByRole("link", { name: messages.openAccount });
    expect(link.getAttribute("href")).toBe("https://seller.example/account");
    expect(
      screen.getByRole("button", { name: fill(messages.withoutLine, { product: "Bolt" }) }),
    ).toBeTruthy();
  });

  const pages = {
    accountHref: "https://seller.example/account",
    verificationHref: "https://seller.example/kyc",
  };
  it.each([
    ["kyc_missing", pages, "openVerification", pages.verificationHref],
    ["verification_required", pages, "openVerification", pages.verificationHref],
    ["login_required", pages, "openAccount", pages.accountHref],
    ["kyc_missing", { accountHref: pages.accountHref }, "openAccount", pages.accountHref],
    [
      "login_required",
      { verificationHref: pages.verificationHref },
      "openAccount",
      pages.verificationHref,
    ],
  ] as const)("leads with %s to the page that helps: %o", async (code, configured, words, href) => {
    const problem = { code, scope: "buyer", offer: "account", detail: "The seller asks for more." };
    server.answer("validations", {
      status: 200,
      body: { ok: false, lines: [], problems: [problem] },
    });
    openCheckout({ lines: [giftCard], ...configured });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    const link = await screen.findByRole("link", { name: messages[words] });
    expect(link.getAttribute("href")).toBe(href);
  });
});

describe("a coupon", () => {
  const withDiscount = {
    status: 200,
    body: {
      ok: true,
      total: { amount: "24.15", coin: "USDC" },
      discount: { amount: "1.27", coin: "USDC" },
      lines: [{ brand: "acme" }],
      problems: [],
    },
  };

  it("is applied before the order is reviewed, and its discount stands in the totals", async () => {
    server.answer("validations", withDiscount);
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    type(messages.couponLabel, "FIVE");
    await press(messages.couponApply);
    const sentence = fill(messages.couponApplied, { discount: "1.27 USDC" });
    expect(await screen.findByText(sentence)).toBeTruthy();
    await toReview();
    expect(screen.getByText("−1.27 USDC")).toBeTruthy();
  });

  it("that brings no discount is not passed over in the review", async () => {
    server.answer("validations", okValidation);
    openCheckout();
    type(messages.couponLabel, "NOTHING");
    await toReview();
    expect(bodies()[0]?.coupon).toBe("NOTHING");
    expect(screen.getByText(fill(messages.couponNothing, { code: "NOTHING" }))).toBeTruthy();
  });

  it("that is refused says why at its field, and can be replaced", async () => {
    const refused = {
      code: "coupon_expired",
      scope: "coupon",
      offer: "drop_coupon",
      detail: "This coupon was valid until 1 May.",
    };
    server.answer(
      "validations",
      { status: 200, body: { ok: false, lines: [], problems: [refused] } },
      withDiscount,
    );
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    type(messages.couponLabel, "OLD");
    await press(messages.couponApply);
    expect(document.getElementById("checkout-coupon-error")?.textContent).toBe(refused.detail);
    type(messages.couponLabel, "FIVE");
    await press(messages.couponApply);
    expect(document.getElementById("checkout-coupon-error")).toBeNull();
    expect(bodies().map(({ coupon }) => coupon)).toEqual(["OLD", "FIVE"]);
  });

  it("stays where it is while it is erased or taken out, with the cursor in it", async () => {
    openCheckout();
    const field = screen.getByLabelText(messages.couponLabel);
    type(messages.couponLabel, "FIVE");
    expect(field.closest("details")?.open).toBe(true);
    type(messages.couponLabel, "");
    expect(field.closest("details")?.open).toBe(true);
    type(messages.couponLabel, "FIVE");
    await press(messages.couponRemove);
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty("value", "");
  });

  it("asks for the e-mail address first, and never orders anything", async () => {
    openCheckout();
    type(messages.couponLabel, "FIVE");
    await press(messages.couponApply);
    expect(document.getElementById("checkout-email-error")?.textContent).toBe(
      messages.couponEmailFirst,
    );
    expect(server.sent).toHaveLength(0);
  });

  it("is left out at one click when it stands in the way of the order", async () => {
    const refused = {
      code: "coupon_not_found",
      scope: "coupon",
      offer: "drop_coupon",
      detail: "No such coupon.",
    };
    server.answer(
      "validations",
      { status: 200, body: { ok: false, lines: [], problems: [refused] } },
      okValidation,
    );
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    type(messages.couponLabel, "NONE");
    await press(messages.review);
    await screen.findByRole("alert");
    await press(messages.withoutCoupon);
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(bodies()[1]?.coupon).toBeUndefined();
  });
});

describe("what was typed for a product that is bought twice", () => {
  const twice = [phone, { ...phone, key: "l3" }];
  const numbers = () =>
    screen.getAllByLabelText<HTMLInputElement>(messages.phoneLabel).map(({ value }) => value);
  const OTHER_NUMBER = "0532 765 43 21";

  it.each([
    { removed: 0, left: OTHER_NUMBER },
    { removed: 1, left: NUMBER },
  ])(
    "stays with its line after line $removed was removed and the page is reloaded",
    async ({ removed, left }) => {
      const { unmount } = openCheckout({ lines: twice, isCart: true });
      for (const [at, value] of [NUMBER, OTHER_NUMBER].entries()) {
        const field = screen.getAllByLabelText(messages.phoneLabel)[at] as HTMLElement;
        fireEvent.change(field, { target: { value } });
      }
      const remove = inSummary().getAllByRole("button", { name: /^Remove/ })[
        removed
      ] as HTMLElement;
      await act(async () => void fireEvent.click(remove));
      expect(numbers()).toEqual([left]);
      unmount();

      const again = openCheckout({ lines: [phone], isCart: true });
      expect(numbers()).toEqual([left]);
      type(messages.emailLabel, "ada@example.com");
      again.unmount();
      openCheckout({ lines: [phone], isCart: true });
      expect(numbers()).toEqual([left]);
    },
  );

  it("follows what is typed after one of them was removed", async () => {
    const { unmount } = openCheckout({ lines: twice, isCart: true });
    const [first] = screen.getAllByLabelText(messages.phoneLabel);
    fireEvent.change(first as HTMLElement, { target: { value: NUMBER } });
    const [remove] = inSummary().getAllByRole("button", { name: /^Remove/ });
    await act(async () => void fireEvent.click(remove as HTMLElement));
    type(messages.phoneLabel, OTHER_NUMBER);
    unmount();
    openCheckout({ lines: [phone], isCart: true });
    expect(numbers()).toEqual([OTHER_NUMBER]);
  });
});

describe("the device's cart", () => {
  const items = [
    { country: "US", slug: "acme", quantity: 1, denomination: "25 USD" },
    { country: "US", slug: "bolt", quantity: 1, value: "50" },
  ];

  it("follows what is changed at the checkout", async () => {
    writeCart(localStorage, items);
    openCheckout({ lines: [giftCard, other], isCart: true });
    await press(fill(messages.quantityMore, { product: "Acme $25" }));
    expect(readCart(localStorage)[0]?.quantity).toBe(2);
    fireEvent.click(inSummary().getAllByRole("button", { name: /^Remove/ })[0] as HTMLElement);
    expect(readCart(localStorage)).toEqual([items[1]]);
    expect(window.location.search).toContain("cart=1");
  });

  it("is left alone by an order that did not come from it", async () => {
    writeCart(localStorage, items);
    openCheckout({ lines: [giftCard] });
    await press(fill(messages.quantityMore, { product: "Acme $25" }));
    expect(readCart(localStorage)).toEqual(items);
    expect(window.location.search).not.toContain("cart=1");
  });

  it("that another tab has changed is told, and nothing here changes by itself", async () => {
    writeCart(localStorage, items);
    openCheckout({ lines: [giftCard, other], isCart: true });
    expect(screen.queryByText(messages.cartChangedTitle)).toBeNull();
    act(() => writeCart(localStorage, items.slice(0, 1)));
    expect(screen.getByText(messages.cartChangedTitle)).toBeTruthy();
    expect(inSummary().getByText("Bolt")).toBeTruthy();
  });

  it("keeps what another tab has added while lines are changed here, and goes on telling it", async () => {
    writeCart(localStorage, items);
    openCheckout({ lines: [giftCard, other], isCart: true });
    const added = { country: "TR", slug: "tel", quantity: 1, denomination: "100 TRY" };
    act(() => writeCart(localStorage, [...items, added]));
    await press(fill(messages.quantityMore, { product: "Acme $25" }));
    expect(readCart(localStorage)).toEqual([{ ...items[0], quantity: 2 }, items[1], added]);
    await press(`${messages.removeLine}: Bolt 50 USD`);
    expect(readCart(localStorage)).toEqual([{ ...items[0], quantity: 2 }, added]);
    expect(screen.getByText(messages.cartChangedTitle)).toBeTruthy();
  });

  it("that holds what cannot be ordered was changed by nobody, and keeps it", async () => {
    const gone = { country: "US", slug: "gone", quantity: 1, denomination: "5 USD" };
    writeCart(localStorage, [gone, ...items]);
    openCheckout({ lines: [giftCard, other], missing: [gone], isCart: true });
    expect(screen.queryByText(messages.cartChangedTitle)).toBeNull();
    await press(`${messages.removeLine}: Bolt 50 USD`);
    expect(readCart(localStorage)).toEqual([items[0], gone]);
    expect(screen.queryByText(messages.cartChangedTitle)).toBeNull();
  });

  it("leads nobody away from an order that is being made", async () => {
    writeCart(localStorage, items);
    server.answer("validations", okValidation);
    server.answer("orders", refusal(409, "request_in_progress"));
    openCheckout({ lines: [giftCard, other], isCart: true });
    await toReview();
    act(() => writeCart(localStorage, items.slice(0, 1)));
    expect(screen.getByText(messages.cartChangedTitle)).toBeTruthy();
    consentToAll();
    const letGo = server.hold();
    await press(messages.create);
    expect(screen.queryByText(messages.cartChangedTitle)).toBeNull();
    await act(async () => letGo());
    expect(await screen.findByText(messages.progressTitle)).toBeTruthy();
    expect(screen.queryByText(messages.cartChangedTitle)).toBeNull();
  });

  it("loses what was ordered, and keeps what was added meanwhile", async () => {
    writeCart(localStorage, items);
    server.answer("validations", okValidation);
    server.answer("orders", created);
    const navigate = vi.fn();
    openCheckout({ lines: [giftCard, other], isCart: true, navigate });
    await toReview();
    const added = { country: "TR", slug: "tel", quantity: 1, denomination: "100 TRY" };
    act(() => writeCart(localStorage, [...items, added]));
    consentToAll();
    await press(messages.create);
    expect(navigate).toHaveBeenCalledWith("/en/orders/ref");
    expect(readCart(localStorage)).toEqual([added]);
  });
});
