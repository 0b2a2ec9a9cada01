// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
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
} from "./support/checkout-page";

type Shown = { box: HTMLElement; sitekey: string; callback: (token: string) => void };
let server: FakeServer;
let shown: Shown[];
let removed: number[];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  shown = [];
  removed = [];
  server = new FakeServer().answer("validations", okValidation);
  vi.stubGlobal("fetch", server.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.head.replaceChildren();
});

const challenge = refusal(403, "challenge_required", {
  more: { provider: "turnstile", siteKey: "site-key" },
});

function providerIsThere(): void {
  vi.stubGlobal("turnstile", {
    render: (box: HTMLElement, options: Omit<Shown, "box">) => shown.push({ box, ...options }),
    remove: (id: number) => removed.push(id),
  });
}

async function toChallenge(navigate = () => {}): Promise<void> {
  openCheckout({ navigate });
  await toReview();
  consentToAll();
  expect(document.head.querySelector("script")).toBeNull();
  await press(messages.create);
  await screen.findByText(messages.challengeText);
}

it("shows the challenge when the shop asks for it, and sends its token with the same order", async () => {
  providerIsThere();
  server.answer("orders", challenge, challenge, created);
  const navigate = vi.fn();
  await toChallenge(navigate);
  await waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]?.sitekey).toBe("site-key");
  await act(async () => shown[0]?.callback("first"));
  // One that did not pass brings another.
  await waitFor(() => expect(shown).toHaveLength(2));
  expect(removed).toEqual([1]);
  await act(async () => shown[1]?.callback("second"));
  await waitFor(() => expect(navigate).toHaveBeenCalledWith("/en/orders/ref"));
  const posts = server.posts("/api/orders");
  expect(posts.map(({ headers }) => headers.get("challenge-token"))).toEqual([
    null,
    "first",
    "second",
  ]);
  expect(new Set(server.keys()).size).toBe(1);
  expect(posts[2]?.body).toEqual(posts[0]?.body);
});

it("keeps what was entered, and says what to do when the provider's script is blocked", async () => {
  server.answer("orders", challenge);
  await toChallenge();
  expect(screen.getByText("ada@example.com")).toBeDefined();
  const script = await waitFor(() => {
    const found = document.head.querySelector("script");
    if (!found) throw new Error("no script yet");
    return found;
  });
  expect(new URL(script.src).host).toBe("challenges.cloudflare.com");
  await act(async () => script.dispatchEvent(new Event("error")));
  expect(await screen.findByText(messages.challengeFailed)).toBeDefined();
});

it.each(["busy", "store_unavailable"])(
  "says %s in the shop's words, with the wait",
  async (code) => {
    server.answer("orders", refusal(503, code));
    openCheckout();
    await toReview();
    consentToAll();
    await press(messages.create);
    expect((await screen.findByRole("alert")).textContent).toContain(`Sentence of ${code}.`);
  },
);
