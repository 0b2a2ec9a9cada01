import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";

/** Fails a test that writes a warning or an error, and takes down what it rendered. */
export function useStrictConsole(): void {
  beforeEach(() => {
    vi.spyOn(console, "error");
    vi.spyOn(console, "warn");
  });
  afterEach(() => {
    cleanup();
    const complaints = [console.error, console.warn].flatMap((spy) => vi.mocked(spy).mock.calls);
    vi.restoreAllMocks();
    expect(complaints).toEqual([]);
  });
}
