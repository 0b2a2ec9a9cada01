import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** Fails a test that writes a warning or an error, and takes down what it rendered. */
export function strictConsole(): void {
  let spies: MockInstance[] = [];
  beforeEach(() => {
    spies = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
  });
  afterEach(() => {
    cleanup();
    const complaints = spies.flatMap((spy) => spy.mock.calls);
    vi.restoreAllMocks();
    expect(complaints).toEqual([]);
  });
}
