// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SoftNavigation } from "@/components/shop/soft-navigation";
import { SoftLink } from "@/components/ui/soft-link";
import { strictConsole } from "./support/strict-console";

const router = vi.hoisted(() => ({ push: vi.fn(), prefetch: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));

strictConsole();
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  window.history.pushState(null, "", "/");
  vi.useRealTimers();
  vi.resetAllMocks();
  Reflect.deleteProperty(navigator, "connection");
});

function page() {
  const view = render(
    <>
      <SoftLink href="/en/us/pixelforge?from=home#terms">
        <b>brand</b>
      </SoftLink>
      <SoftLink href="https://elsewhere.example/en">other site</SoftLink>
      <a href="/en/checkout" onClick={(event) => event.preventDefault()}>
        checkout
      </a>
      <SoftNavigation />
    </>,
  );
  return { ...view, brand: screen.getByText("brand") };
}

describe("a soft link", () => {
  it("is followed within the document, with its query and its fragment", () => {
    const { brand } = page();
    expect(fireEvent.click(brand)).toBe(false);
    expect(router.push.mock.calls).toEqual([["/en/us/pixelforge?from=home#terms"]]);
  });

  it.each([
    ["the control key", { ctrlKey: true }],
    ["the command key", { metaKey: true }],
    ["the shift key", { shiftKey: true }],
    ["the alt key", { altKey: true }],
    ["the middle button", { button: 1 }],
  ])("is the browser's with %s", (_name, how) => {
    const { brand } = page();
    // jsdom cannot navigate and would say so.
    window.addEventListener("click", (event) => event.preventDefault(), { once: true });
    fireEvent.click(brand, how);
    expect(router.push).not.toHaveBeenCalled();
  });

  it("is the browser's when it leads to another site, and so is every other link", () => {
    page();
    window.addEventListener("click", (event) => event.preventDefault());
    fireEvent.click(screen.getByText("other site"));
    fireEvent.click(screen.getByText("checkout"));
    expect(router.push).not.toHaveBeenCalled();
  });

  it.each(["/en/orders/o-1", "/ar/checkout", "/en/demo/orders/done", "/de/gift"])(
    "is the browser's on %s, and nothing is fetched ahead there",
    (path) => {
      window.history.pushState(null, "", path);
      const { brand } = page();
      window.addEventListener("click", (event) => event.preventDefault(), { once: true });
      fireEvent.click(brand);
      fireEvent.touchStart(brand);
      vi.advanceTimersByTime(1_000);
      expect([router.push.mock.calls, router.prefetch.mock.calls]).toEqual([[], []]);
    },
  );

  it("is fetched ahead when a finger touches it, at once", () => {
    const { brand } = page();
    fireEvent.touchStart(brand);
    vi.advanceTimersByTime(0);
    expect(router.prefetch.mock.calls).toEqual([["/en/us/pixelforge?from=home#terms"]]);
  });

  it("is fetched ahead when a pointer stays on it, not when one only passes", () => {
    const { brand } = page();
    fireEvent.pointerOver(brand);
    vi.advanceTimersByTime(50);
    fireEvent.pointerOver(screen.getByText("checkout"));
    vi.advanceTimersByTime(1_000);
    expect(router.prefetch).not.toHaveBeenCalled();
    fireEvent.pointerOver(brand);
    vi.advanceTimersByTime(100);
    expect(router.prefetch).toHaveBeenCalledTimes(1);
  });

  it("is fetched ahead when the keyboard reaches it", () => {
    const { brand } = page();
    fireEvent.focusIn(brand);
    vi.advanceTimersByTime(100);
    expect(router.prefetch).toHaveBeenCalledTimes(1);
  });

  it("is not fetched ahead for who saves data", () => {
    Object.assign(navigator, { connection: { saveData: true } });
    const { brand } = page();
    fireEvent.touchStart(brand);
    vi.advanceTimersByTime(1_000);
    expect(router.prefetch).not.toHaveBeenCalled();
  });

  it("is a plain link again when the page is gone", () => {
    const { unmount, container } = page();
    unmount();
    container.innerHTML = '<a data-soft href="/en">left over</a>';
    fireEvent.touchStart(screen.getByText("left over"));
    vi.advanceTimersByTime(1_000);
    expect(router.prefetch).not.toHaveBeenCalled();
  });
});
