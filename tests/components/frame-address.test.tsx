// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_FILTERS } from "@/components/catalog/browse-filters";
import { useBrowseFilters } from "@/components/catalog/use-browse-filters";
import { useLines } from "@/components/checkout/use-lines";
import { giftCard } from "./support/checkout-lines";

const stand = (path: string) => window.history.replaceState(null, "", path);
const query = () => [...new URLSearchParams(window.location.search)].sort();

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  stand("/");
});

describe("a filter", () => {
  const choose = (path: string, change: object) => {
    vi.useFakeTimers();
    stand(path);
    const { result } = renderHook(useBrowseFilters);
    act(() => result.current[1]({ ...NO_FILTERS, ...change }));
    act(() => void vi.advanceTimersByTime(1_000));
  };

  it("leaves the look of a frame in the address", () => {
    choose("/en/embed/us?theme=dark#brands", { q: "pixel", sort: "name" });
    expect(query()).toEqual([
      ["q", "pixel"],
      ["sort", "name"],
      ["theme", "dark"],
    ]);
    expect(window.location.hash).toBe("#brands");
  });

  it("that is taken back leaves the address, and nothing else does", () => {
    choose("/en/embed/us?q=pixel&kind=esim&theme=light&category=games&sort=name", {});
    expect(query()).toEqual([["theme", "light"]]);
  });
});

describe("another quantity at checkout", () => {
  const more = (path: string, isCart = false) => {
    stand(path);
    const { result } = renderHook(() =>
      useLines({ lines: [giftCard], isCart, locale: "en" }, () => {}),
    );
    act(() => result.current.setQuantity(giftCard, 2));
  };

  it("leaves the look of a frame and the coin in the address, and the product once", () => {
    more("/en/embed/checkout?c=US&b=acme&d=25+USD&v=&theme=dark&coin=BTC");
    expect(window.location.pathname).toBe("/en/embed/checkout");
    expect(query()).toEqual([
      ["coin", "BTC"],
      ["l", "US/acme/2/d:25 USD"],
      ["theme", "dark"],
    ]);
  });

  it("of a cart stays a cart's", () => {
    more("/en/checkout?l=US%2Facme%2F1%2Fd%3A25+USD&cart=1&theme=light", true);
    expect(query()).toEqual([
      ["cart", "1"],
      ["l", "US/acme/2/d:25 USD"],
      ["theme", "light"],
    ]);
  });
});
