// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { KeepSource } from "@/components/shop/keep-source";
import { strictConsole } from "./support/strict-console";

strictConsole();
afterEach(() => {
  window.sessionStorage.clear();
  window.history.replaceState(null, "", "/");
});

it("remembers the advertisement that the address names", async () => {
  window.history.replaceState(null, "", "/en/us?x=1&utm_source=letter");
  render(<KeepSource />);
  await vi.waitFor(() =>
    expect(JSON.parse(window.sessionStorage.getItem("acquisition") ?? "{}")).toEqual({
      utmSource: "letter",
    }),
  );
});

it("keeps nothing of any other address", async () => {
  window.history.replaceState(null, "", "/en/us?q=utm_source");
  render(<KeepSource />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(window.sessionStorage.length).toBe(0);
});
