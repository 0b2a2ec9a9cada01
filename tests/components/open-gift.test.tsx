// @vitest-environment jsdom
import { act, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { GiftView } from "@/components/gift/gift-view";
import type { Gift } from "@/lib/gift/gift";
import { sealGift } from "@/lib/gift/seal-gift";
import words from "@/messages/en/gift.json";
import order from "@/messages/en/order.json";
import { HOSTILE_HTML } from "../support/hostile-html";
import { strictConsole } from "./support/strict-console";

strictConsole();
// Encryption and what is fetched by a click take their time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 30_000 });

const CODE = "7Q4F-91BD2C-00A7";
const BRAND = { country: "US", slug: "pixelforge" };
const GIFT: Gift = { brand: BRAND, words: "For you\nfrom Åsa", code: CODE, securityCode: "0042" };
const PAGE = {
  brand: { name: "PixelForge", logo: {} },
  redemption: {
    methods: [],
    howToRedeem: [{ type: "paragraph", children: [{ type: "text", text: "Sign in first." }] }],
  },
};

const request = vi.fn<(url: string) => Promise<Response>>();
let locked = "";
beforeAll(async () => {
  locked = await sealGift(GIFT, "correct horse");
});
beforeEach(() => {
  request.mockReset().mockImplementation(async () => Response.json(PAGE));
  vi.stubGlobal("fetch", request);
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});

function openLink(hash: string) {
  window.history.replaceState(null, "", `/en/gift${hash}`);
  return render(
    <GiftView
      messages={{ page: words.page, locked: words.locked, problem: words.problem }}
      codeMessages={order}
      locale="en"
      shopName="Demo shop"
    />,
  );
}

async function followLink(hash: string) {
  await act(async () => {
    window.history.replaceState(null, "", `/en/gift${hash}`);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  });
}

const show = async () => fireEvent.click(await screen.findByTestId("open-gift"));
const html = () => document.documentElement.outerHTML;

it("says first that somebody sent it and the shop did not", async () => {
  openLink(await sealGift(GIFT));
  const notice = await screen.findByText(
    "Somebody sent you this. It does not come from Demo shop.",
  );
  const said = await screen.findByTestId("gift-words");
  expect(notice.compareDocumentPosition(said)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(said.textContent).toBe(GIFT.words);
});

it("A5: has no code in the page before the click, and again none once the tab was left", async () => {
  openLink(await sealGift(GIFT));
  await screen.findByText("Sign in first.");
  expect(html()).not.toContain(CODE);
  await show();
  expect(screen.getByTestId("code").textContent).toBe(CODE);
  expect(screen.getByText("0042")).toBeTruthy();
  expect(document.activeElement?.textContent).toBe(words.page.contents);

  const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(html()).not.toContain(CODE);
  hidden.mockRestore();
  await show();
  expect(screen.getByTestId("code").textContent).toBe(CODE);
  act(() => void window.dispatchEvent(new Event("pagehide")));
  expect(html()).not.toContain(CODE);
});

it("keeps the link in the address bar until the code is shown, and takes it out then", async () => {
  const hash = await sealGift(GIFT);
  openLink(hash);
  await screen.findByTestId("open-gift");
  expect(window.location.hash).toBe(hash);
  await followLink("#content");
  expect(window.location.hash).toBe(hash);
  await show();
  expect(window.location.href).not.toContain("#");
  expect(screen.getByTestId("gift-taken").textContent).toBe(words.page.taken);
  await followLink("#content");
  expect(screen.getByTestId("code").textContent).toBe(CODE);
});

it("asks the catalogue for the brand and nobody for anything else", async () => {
  openLink(await sealGift(GIFT));
  await show();
  await screen.findByText("Sign in first.");
  expect(screen.getByTestId("gift-brand").textContent).toBe("PixelForge");
  expect(request.mock.calls.map(([url]) => url)).toEqual([
    "/api/catalog/US/brands/pixelforge?lang=en",
  ]);
});

it("shows a gift of an unknown brand without one, and asks again after a failure", async () => {
  request.mockImplementation(async () => new Response(null, { status: 404 }));
  const { unmount } = openLink(await sealGift(GIFT));
  expect(await screen.findByText(words.page.stepsNone)).toBeTruthy();
  expect(screen.getByTestId("gift-brand").textContent).toBe(words.page.brandNone);
  unmount();

  request.mockImplementationOnce(async () => new Response(null, { status: 503 }));
  request.mockImplementation(async () => Response.json(PAGE));
  openLink(await sealGift(GIFT));
  fireEvent.click(await screen.findByRole("button", { name: words.page.retry }));
  expect(await screen.findByText("Sign in first.")).toBeTruthy();
  expect(screen.queryByText(words.page.brandFailed)).toBeNull();
});

it("asks nobody when the gift names no brand", async () => {
  openLink(await sealGift({ code: CODE }));
  await show();
  expect(request).not.toHaveBeenCalled();
});

it("opens a locked gift with its passphrase alone, and says when it does not fit", async () => {
  openLink(locked);
  const field = await screen.findByLabelText(words.locked.label);
  expect(request).not.toHaveBeenCalled();
  const submit = screen.getByTestId("unlock-gift");
  fireEvent.click(submit);
  expect(await screen.findByText(words.locked.missing)).toBeTruthy();
  fireEvent.change(field, { target: { value: "wrong horse" } });
  fireEvent.click(submit);
  await screen.findByText(words.locked.wrong, {});
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: "correct horse" } });
  fireEvent.click(submit);
  await waitFor(() => screen.getByTestId("open-gift"));
  await show();
  expect(screen.getByTestId("code").textContent).toBe(CODE);
});

it.each([
  ["none", () => ""],
  ["broken", (hash: string) => hash.slice(0, -40)],
  ["newer", (hash: string) => hash.replace("#g=AQ", "#g=Ag")],
] as const)("says what is wrong with a link: %s", async (why, change) => {
  openLink(change(await sealGift(GIFT)));
  const problem = await screen.findByTestId("gift-problem");
  expect(problem.textContent).toContain(words.problem[why].title);
  expect(html()).not.toContain(CODE);
});

it("says that a browser without encryption cannot open it", async () => {
  const hash = await sealGift(GIFT);
  vi.stubGlobal("crypto", {});
  openLink(hash);
  expect((await screen.findByTestId("gift-problem")).textContent).toContain(
    words.problem.browser.title,
  );
});

it("A9: shows an https link as a button that names its host, and refuses any other", async () => {
  const { unmount } = openLink(await sealGift({ codeUrl: "https://redeem.example/claim/1" }));
  await show();
  const link = screen.getByTestId("code-link");
  expect(link.getAttribute("href")).toBe("https://redeem.example/claim/1");
  expect(link.getAttribute("rel")).toBe("noreferrer noopener");
  expect(link.textContent).toContain("redeem.example");
  unmount();

  openLink(await sealGift({ codeUrl: "javascript:alert(1)" }));
  expect((await screen.findByTestId("gift-problem")).textContent).toContain(
    words.problem.broken.title,
  );
});

it("shows hostile words as the text they are", async () => {
  const hostile = HOSTILE_HTML.filter((text) => text.length <= 200);
  for (const text of hostile) {
    const { unmount } = openLink(
      await sealGift({ code: text.replace(/\s|\u202e/g, " "), words: text }),
    );
    await show();
    const gift = screen.getByTestId("gift");
    expect(gift.querySelectorAll("a, img, script, style, iframe, form, video, base")).toHaveLength(
      0,
    );
    expect(screen.getByTestId("gift-words").children).toHaveLength(0);
    unmount();
  }
  expect(hostile.length).toBeGreaterThan(30);
});

it("opens another gift when another link is followed in the same tab", async () => {
  openLink(await sealGift(GIFT));
  await show();
  await followLink(await sealGift({ code: "SECOND-2" }));
  expect(html()).not.toContain(CODE);
  await show();
  expect(screen.getByTestId("code").textContent).toBe("SECOND-2");
});
