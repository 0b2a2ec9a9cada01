import { expect, test } from "vitest";
import { keptHeader, outerHeader } from "@/lib/http/kept-headers";

test("what a route says of its body has its own name outside, and no other header another", () => {
  expect(outerHeader(keptHeader("content-encoding"))).toBe("content-encoding");
  expect(outerHeader(keptHeader("content-length"))).toBe("content-length");
  for (const name of ["content-encoding", "x-request-id", "set-cookie"]) {
    expect(outerHeader(name)).toBe(name);
  }
});
