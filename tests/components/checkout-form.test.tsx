// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dropPageStores } from "@/lib/cart/browser-storage";
import { saveDraft } from "@/lib/cart/checkout-draft-store";
import { fill } from "@/lib/i18n/fill";
import { giftCard, rangeCard, topUp } from "./support/checkout-lines";
import {
  consentToAll,
  created,
  FakeServer,
  hydrateCheckout,
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
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  dropPageStores();
});

describe("the details step", () => {
  it("names everything that is missing in a summary that takes the focus", async () => {
    openCheckout({ lines: [{ ...rangeCard, value: "" }] });
    await press(messages.review);
    const summary = await screen.findByRole("alert");
    expect(document.activeElement).toBe(summary);
    expect(within(summary).getAllByRole("link")).toHaveLength(2);
    expect(summary.textContent).toContain(messages.emailMissing);
    expect(server.sent).toHaveLength(0);
  });

  it("leads from the summary to the field", async () => {
    openCheckout();
    await press(messages.review);
    fireEvent.click(within(await screen.findByRole("alert")).getByRole("link"));
    expect(document.activeElement).toBe(screen.getByLabelText(messages.emailLabel));
  });

  it("ties an error to its field for assistive technology", async () => {
    openCheckout();
    type(messages.emailLabel, "not an address");
    await press(messages.review);
    const field = await screen.findByLabelText(messages.emailLabel);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
    const said = ids.map((id) => document.getElementById(id)?.textContent).join(" ");
    expect(said).toContain(messages.emailInvalid);
    expect((field as HTMLInputElement).value).toBe("not an address");
  });

  it("offers the address that was probably meant, and corrects it with one click", async () => {
    openCheckout();
    type(messages.emailLabel, "ada@gmial.com");
    expect(
      await screen.findByText(fill(messages.emailTypo, { email: "ada@gmail.com" })),
    ).toBeTruthy();
    await press(messages.emailTypoFix);
    expect(screen.getByLabelText<HTMLInputElement>(messages.emailLabel).value).toBe(
      "ada@gmail.com",
    );
  });

  it.each([
    { name: "too little", typed: "1", sentence: messages.amountRange },
    { name: "too much", typed: "101", sentence: messages.amountRange },
    { name: "between two steps", typed: "52", sentence: messages.amountStep },
    { name: "no number", typed: "fifty", sentence: messages.amountFormat },
    { name: "a thousand that may be a one", typed: "1,000", sentence: messages.amountFormat },
  ])("refuses an amount that is $name and keeps it", async ({ typed, sentence }) => {
    openCheckout({ lines: [rangeCard] });
    type(messages.emailLabel, "ada@example.com");
    const label = fill(messages.amountLabel, { currency: "USD" });
    type(label, typed);
    await press(messages.review);
    const values = { min: "$5", max: "$100", step: "$5", near: "$50" };
    expect((await screen.findByRole("alert")).textContent).toContain(fill(sentence, values));
    expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe(typed);
    expect(server.sent).toHaveLength(0);
  });

  it("sends a number as E.164 and keeps what was typed in the field", async () => {
    server.answer("validations", okValidation);
    openCheckout({ lines: [topUp] });
    type(messages.phoneLabel, "0532 123 45 67");
    await toReview();
    expect(screen.getByText("+90 532 123 45 67")).toBeTruthy();
    expect(server.sent[0]?.body.lines).toEqual([
      {
        brand: "acme",
        brandId: "b-1",
        country: "TR",
        denomination: "100 TRY",
        beneficiary: "+905321234567",
      },
    ]);
    await press(messages.back);
    expect(screen.getByLabelText<HTMLInputElement>(messages.phoneLabel).value).toBe(
      "0532 123 45 67",
    );
  });

  it.each(["\u202aada@example.com\u202c", "ada@example.com\u200b", "ada\u2060@exam\u00adple.com"])(
    "sends an address without what nobody sees of it: %j",
    async (pasted) => {
      server.answer("validations", okValidation);
      openCheckout();
      await toReview(pasted);
      expect(server.sent[0]?.body.email).toBe("ada@example.com");
    },
  );

  it("refuses a number of another country", async () => {
    openCheckout({ lines: [topUp] });
    type(messages.emailLabel, "ada@example.com");
    type(messages.phoneLabel, "+44 7400 123456");
    await press(messages.review);
    expect((await screen.findByRole("alert")).textContent).toContain(
      fill(messages.phoneWrongCountry, { country: "Türkiye" }),
    );
    expect(server.sent).toHaveLength(0);
  });

  it("shows a suspended network with its reason, and it cannot be chosen", () => {
    openCheckout();
    const tile = screen.getByRole<HTMLInputElement>("radio", { name: /Optimism/ });
    expect(tile.disabled).toBe(true);
    expect(tile.closest("label")?.textContent).toContain(messages.networkPaused);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Solana/ }).checked).toBe(true);
  });

  it("chooses a network of the new coin when the coin changes", () => {
    openCheckout();
    fireEvent.change(screen.getByLabelText(messages.coinLabel), { target: { value: "BTC" } });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Bitcoin/ }).checked).toBe(true);
  });

  it("leaves the newsletter off until somebody wants it", async () => {
    server.answer("validations", okValidation);
    openCheckout();
    await toReview();
    expect(server.sent[0]?.body.newsletter).toBe(false);
  });

  it("brings back what was typed after a reload, and never from the lasting store", async () => {
    const { unmount } = openCheckout({ lines: [topUp] });
    type(messages.emailLabel, "ada@example.com");
    type(messages.phoneLabel, "0532 123 45 67");
    fireEvent.click(screen.getByRole("radio", { name: /Base/ }));
    await waitFor(() => expect(sessionStorage.getItem("checkout.draft")).toContain("Base"));
    unmount();
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/ada|532/);
    openCheckout({ lines: [topUp] });
    expect(screen.getByLabelText<HTMLInputElement>(messages.emailLabel).value).toBe(
      "ada@example.com",
    );
    expect(screen.getByLabelText<HTMLInputElement>(messages.phoneLabel).value).toBe(
      "0532 123 45 67",
    );
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Base/ }).checked).toBe(true);
  });

  it("brings nothing back behind the letter that brought the page to life", async () => {
    saveDraft(sessionStorage, {
      lines: {},
      email: "old@example.com",
      coin: "",
      method: "",
      coupon: "",
      refundAddress: "",
      newsletter: false,
    });
    const email = () => screen.getByLabelText<HTMLInputElement>(messages.emailLabel);
    const key = (name: string) =>
      email().dispatchEvent(new KeyboardEvent(name, { key: "n", bubbles: true }));
    // A browser inserts the letter once every script has heard of the key.
    const insert = (text: string) =>
      fireEvent.input(email(), { target: { value: email().value + text } });
    await hydrateCheckout(() => {
      email().focus();
      key("keydown");
      insert("n");
      key("keyup");
    });
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(email().value).toBe("n");
    insert("ew@example.com");
    server.answer("validations", okValidation);
    await press(messages.review);
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(server.sent[0]?.body.email).toBe("new@example.com");
  });
});

describe("what the validation refuses", () => {
  const problems = [
    { code: "out_of_stock", scope: "line", line: 0, detail: "Acme is sold out." },
    {
      code: "invalid_beneficiary_account",
      scope: "line",
      field: "beneficiary",
      detail: "Wrong recipient.",
    },
    {
      code: "suspended_network",
      scope: "payment",
      field: "payment",
      offer: "other_method",
      detail: "Solana is paused.",
    },
    { code: "coupon_not_found", scope: "coupon", field: "coupon", detail: "No such coupon." },
    { code: "user_blocked", scope: "buyer", detail: "Not for this address." },
    { code: "blocked_country", scope: "order", detail: "Not from this place." },
  ];

  async function refuseAll() {
    server.answer("validations", { status: 200, body: { ok: false, lines: [], problems } });
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    type(messages.couponLabel, "SAVE");
    await press(messages.review);
    return screen.findByRole("alert");
  }

  it("stands in one summary that takes the focus, with each problem once", async () => {
    const summary = await refuseAll();
    expect(document.activeElement).toBe(summary);
    for (const { detail } of problems) expect(summary.textContent).toContain(detail);
    expect(within(summary).getAllByRole("listitem")).toHaveLength(problems.length);
  });

  it("stands at its place as well, and what was entered is kept", async () => {
    await refuseAll();
    const textAt = (id: string) => document.getElementById(`${id}-error`)?.textContent;
    expect(textAt("checkout-email")).toBe("Wrong recipient. Not for this address.");
    expect(textAt("checkout-coupon")).toBe("No such coupon.");
    expect(textAt("checkout-payment")).toContain("Solana is paused.");
    const product = screen.getByRole("region", { name: messages.summaryTitle });
    expect(product.textContent).toContain("Acme is sold out.");
    expect(screen.getByLabelText<HTMLInputElement>(messages.couponLabel).value).toBe("SAVE");
  });

  it("closes the network that was refused and chooses the next one", async () => {
    await refuseAll();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Solana/ }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Base/ }).checked).toBe(true);
  });

  it("closes every network of a coin that is paused", async () => {
    const paused = {
      code: "suspended_coin",
      scope: "payment",
      offer: "other_method",
      detail: "USDC is paused.",
    };
    server.answer("validations", {
      status: 200,
      body: { ok: false, lines: [], problems: [paused] },
    });
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    await screen.findByRole("alert");
    expect(screen.getByLabelText<HTMLSelectElement>(messages.coinLabel).value).toBe("BTC");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Bitcoin/ }).checked).toBe(true);
  });

  it("offers the amount that a spending limit leaves, fitted to the steps of the range", async () => {
    const limited = {
      code: "daily_spending_limit_exceeded",
      scope: "order",
      field: "amount",
      offer: "lower_amount",
      detail: "About 43 USD is left.",
      more: { left: "43 USD" },
    };
    server.answer(
      "validations",
      { status: 200, body: { ok: false, lines: [], problems: [limited] } },
      okValidation,
    );
    openCheckout({ lines: [rangeCard] });
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    await screen.findByRole("alert");
    await press(fill(messages.amountUseLeft, { left: "$40" }));
    const label = fill(messages.amountLabel, { currency: "USD" });
    expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe("40");
    // The changed order is asked about at once.
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(server.sent.at(-1)?.body.lines).toMatchObject([{ value: "40" }]);
  });

  it("goes away with one click for a coupon", async () => {
    await refuseAll();
    await press(messages.couponRemove);
    expect(screen.getByLabelText<HTMLInputElement>(messages.couponLabel).value).toBe("");
    expect(document.getElementById("checkout-coupon-error")).toBeNull();
  });

  it("is never an order without a price", async () => {
    server.answer("validations", { status: 200, body: { ok: true, lines: [], problems: [] } });
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    expect((await screen.findByRole("alert")).textContent).toContain(messages.refusedTitle);
    expect(screen.queryByRole("heading", { name: messages.reviewTitle })).toBeNull();
  });

  it.each([
    { name: "offline", answer: "offline" as const, title: messages.lostCheckTitle },
    { name: "503", answer: refusal(503, "upstream_unavailable"), title: messages.unavailableTitle },
    { name: "403 cross_origin", answer: refusal(403, "cross_origin"), title: messages.originTitle },
    {
      name: "409 brand_changed",
      answer: refusal(409, "brand_changed"),
      title: messages.brandChangedTitle,
    },
    { name: "an unreadable 200", answer: { status: 200 }, title: messages.lostCheckTitle },
  ])("says calmly what $name means", async ({ answer, title }) => {
    server.answer("validations", answer);
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain(title);
    expect(document.activeElement).toBe(notice);
  });
});

describe("the review", () => {
  it("reads back the exact total, the network and the address, and has the focus", async () => {
    server.answer("validations", okValidation);
    openCheckout();
    await toReview();
    const heading = screen.getByRole("heading", { name: messages.reviewTitle });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByText("25.43 USDC")).toBeTruthy();
    const review = screen.getByRole("region", { name: messages.reviewTitle });
    expect(within(review).getByText("ada@example.com")).toBeTruthy();
    expect(within(review).getByText(fill(messages.payOn, { network: "Solana" }))).toBeTruthy();
  });

  it("creates nothing before everything was read", async () => {
    server.answer("validations", okValidation);
    openCheckout();
    await toReview();
    await press(messages.create);
    expect(server.posts("/api/orders")).toHaveLength(0);
    expect(screen.getAllByText(messages.consentMissing)).toHaveLength(3);
    expect(document.activeElement?.id).toBe("consent-terms-l0");
  });

  it("goes back with everything as it was", async () => {
    server.answer("validations", okValidation);
    openCheckout();
    await toReview();
    await press(messages.back);
    expect(screen.getByLabelText<HTMLInputElement>(messages.emailLabel).value).toBe(
      "ada@example.com",
    );
  });
});

describe("creating the order", () => {
  async function toCreate(navigate?: () => void) {
    server.answer("validations", okValidation);
    const page = openCheckout(navigate ? { navigate } : {});
    await toReview();
    consentToAll();
    return page;
  }

  it("sends the accepted price under a key, remembers the order and goes to its page", async () => {
    const navigate = vi.fn();
    server.answer("orders", created);
    await toCreate(navigate);
    await press(messages.create);
    await waitFor(() => expect(navigate).toHaveBeenCalledWith("/en/orders/ref"));
    const [post] = server.posts("/api/orders");
    expect(post?.body.acceptedPrice).toEqual({ amount: "25.43", coin: "USDC" });
    expect(post?.headers.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
    expect(localStorage.getItem("orders.v1")).toContain("Acme $25");
    expect(sessionStorage.getItem("checkout.draft")).toBeNull();
  });

  it("is one request for two clicks", async () => {
    server.answer("orders", created);
    await toCreate();
    const release = server.hold();
    const button = screen.getByRole("button", { name: messages.create });
    act(() => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    fireEvent.click(screen.getByRole("button", { name: messages.createBusy }));
    await act(async () => release());
    expect(server.posts("/api/orders")).toHaveLength(1);
  });

  it("uses the same key again after a lost connection, and says that this is safe", async () => {
    const navigate = vi.fn();
    server.answer("orders", "offline", created);
    await toCreate(navigate);
    await press(messages.create);
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain(messages.lostText);
    expect(screen.queryByRole("button", { name: messages.create })).toBeNull();
    await press(messages.sendAgain);
    await waitFor(() => expect(navigate).toHaveBeenCalled());
    const [first, second] = server.keys();
    expect(second).toBe(first);
  });

  it("uses the same key again after a reload, and another one for another cart", async () => {
    server.answer("orders", "offline");
    const { unmount } = await toCreate();
    await press(messages.create);
    await screen.findByText(messages.lostTitle);
    unmount();

    const again = await toCreate();
    await press(messages.create);
    await screen.findByText(messages.lostTitle);
    again.unmount();

    server.answer("validations", okValidation);
    openCheckout();
    fireEvent.click(screen.getByRole("radio", { name: /Base/ }));
    await toReview();
    consentToAll();
    await press(messages.create);
    await screen.findByText(messages.lostTitle);
    const [first, second, third] = server.keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it("uses the same key again from the details on where the browser keeps nothing", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    server.answer("orders", "offline");
    await toCreate();
    await press(messages.create);
    await screen.findByText(messages.lostTitle);
    await press(messages.back);
    await toReview();
    consentToAll();
    await press(messages.create);
    await screen.findByText(messages.lostTitle);
    const [first, second] = server.keys();
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it("shows old and new price, and orders at the new one only when told to", async () => {
    const more = { accepted: "25.43", actual: "26.10", coin: "USDC" };
    const navigate = vi.fn();
    server.answer("orders", refusal(409, "price_changed", { more }), created);
    await toCreate(navigate);
    await press(messages.create);
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain("25.43 USDC");
    expect(notice.textContent).toContain("26.10 USDC");
    await press(fill(messages.priceAccept, { price: "26.10 USDC" }));
    await waitFor(() => expect(navigate).toHaveBeenCalled());
    const prices = server.posts("/api/orders").map(({ body }) => body.acceptedPrice);
    expect(prices).toEqual([
      { amount: "25.43", coin: "USDC" },
      { amount: "26.10", coin: "USDC" },
    ]);
  });

  it("asks for the new price when the refusal does not tell it", async () => {
    server.answer("orders", refusal(409, "price_changed"));
    await toCreate();
    await press(messages.create);
    await screen.findByRole("alert");
    await press(messages.priceCheckAgain);
    await screen.findByRole("button", { name: messages.create });
    expect(server.posts("/api/orders/validations")).toHaveLength(2);
  });

  it("never sends again by itself when nobody knows what became of the order", async () => {
    server.answer("orders", refusal(504, "order_outcome_unknown"));
    const { unmount } = await toCreate();
    await press(messages.create);
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain(messages.unknownTitle);
    expect(notice.textContent).toContain("ada@example.com");
    expect(screen.queryByRole("button", { name: messages.create })).toBeNull();
    expect(screen.queryByRole("button", { name: messages.back })).toBeNull();
    unmount();

    // The warning survives a reload, for the order may still exist.
    await toCreate();
    expect((await screen.findByRole("alert")).textContent).toContain(messages.unknownTitle);
    expect(server.posts("/api/orders")).toHaveLength(1);
  });

  it.each(["order_outcome_unknown", "request_in_progress"])(
    "leads to no other order past the question whether the first exists, after %s",
    async (code) => {
      server.answer("orders", refusal(code === "request_in_progress" ? 409 : 504, code));
      await toCreate();
      await press(messages.create);
      await screen.findByRole("alert");
      const changes = screen.getAllByRole<HTMLButtonElement>("button", { name: /^Change/ });
      expect(changes.map(({ disabled }) => disabled)).toEqual(changes.map(() => true));
    },
  );

  it("takes a new key only after the buyer decided twice to start over", async () => {
    server.answer("orders", refusal(504, "order_outcome_unknown"), created);
    await toCreate();
    await press(messages.create);
    await screen.findByText(messages.unknownTitle);
    await press(messages.startOver);
    await press(messages.startOverYes);
    await toReview();
    consentToAll();
    await press(messages.create);
    await screen.findByText(messages.leaving);
    const [first, second] = server.keys();
    expect(second).not.toBe(first);
  });

  it("counts down after too many attempts before the button works again", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    server.answer(
      "orders",
      {
        ...(refusal(429, "too_many_requests") as object),
        headers: { "retry-after": "3" },
      } as never,
      created,
    );
    await toCreate();
    await press(messages.create);
    expect(await screen.findByText(fill(messages.waitSeconds, { seconds: 3 }, "en"))).toBeTruthy();
    const button = screen.getByRole<HTMLButtonElement>("button", { name: messages.create });
    expect(button.disabled).toBe(true);
    await act(() => vi.advanceTimersByTimeAsync(3100));
    expect(button.disabled).toBe(false);
    expect(screen.queryByRole("timer")).toBeNull();
  });

  it("places the problems of a refused creation and keeps the form", async () => {
    const problems = [
      {
        code: "fullname_missing",
        scope: "payment",
        field: "payment",
        offer: "other_method",
        detail: "Needs a name.",
      },
    ];
    server.answer("orders", refusal(422, "order_refused", { problems }));
    await toCreate();
    await press(messages.create);
    const summary = await screen.findByRole("alert");
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain("Needs a name.");
    expect(screen.getByLabelText<HTMLInputElement>(messages.emailLabel).value).toBe(
      "ada@example.com",
    );
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /Base/ }).checked).toBe(true);
  });

  it.each([
    {
      name: "blocked cookies",
      answer: refusal(403, "cookies_blocked"),
      title: messages.cookiesTitle,
    },
    { name: "a foreign page", answer: refusal(403, "cross_origin"), title: messages.originTitle },
    {
      name: "a changed brand",
      answer: refusal(409, "brand_changed"),
      title: messages.brandChangedTitle,
    },
    {
      name: "an order under way",
      answer: refusal(409, "request_in_progress"),
      title: messages.progressTitle,
    },
    {
      name: "a key of other details",
      answer: refusal(422, "idempotency_key_reused"),
      title: messages.unknownTitle,
    },
    {
      name: "an upstream away",
      answer: refusal(503, "upstream_unavailable"),
      title: messages.unavailableTitle,
    },
    {
      name: "a shop that failed",
      answer: refusal(500, "internal_error"),
      title: messages.lostTitle,
    },
    { name: "a gateway in between", answer: { status: 502 }, title: messages.lostTitle },
    { name: "an unreadable 201", answer: { status: 201, body: {} }, title: messages.lostTitle },
    {
      name: "a plain refusal",
      answer: refusal(400, "bad_request"),
      title: "Sentence of bad_request.",
    },
  ])("says calmly what $name means", async ({ answer, title }) => {
    server.answer("orders", answer);
    await toCreate();
    await press(messages.create);
    const notice = await screen.findByRole("alert");
    expect(notice.textContent).toContain(title);
    expect(document.activeElement).toBe(notice);
  });

  it("never follows a location that leaves the shop", async () => {
    const navigate = vi.fn();
    server.answer("orders", {
      status: 201,
      body: { location: "//evil.test/", order: { reference: "x" } },
    });
    await toCreate(navigate);
    await press(messages.create);
    await screen.findByText(messages.lostTitle);
    expect(navigate).not.toHaveBeenCalled();
  });
});

describe("an eSIM", () => {
  it("asks before the order whether the phone takes one, and nothing else does", async () => {
    server.answer("validations", okValidation);
    const { unmount } = openCheckout({ lines: [{ ...giftCard, isEsim: true }] });
    await toReview();
    expect(screen.getByLabelText(messages.consentEsim)).toBeDefined();
    await press(messages.create);
    expect(server.posts("/api/orders")).toEqual([]);
    unmount();
    openCheckout();
    await toReview();
    expect(screen.queryByLabelText(messages.consentEsim)).toBeNull();
  });
});
