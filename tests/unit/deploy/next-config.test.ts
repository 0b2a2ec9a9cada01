import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants";
import { expect, test } from "vitest";
import config from "@/next.config";

test("the build writes the image's folder, and `next start` serves the same build without a word about it", () => {
  const { output, ...built } = config(PHASE_PRODUCTION_BUILD);
  const { output: served, ...started } = config(PHASE_PRODUCTION_SERVER);
  expect(output).toBe("standalone");
  expect(served).toBeUndefined();
  expect(JSON.stringify(started)).toBe(JSON.stringify(built));
});
