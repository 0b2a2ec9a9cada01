import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { load } from "@/scripts/scaling/load";

test("every byte of every answer counts, however many lanes ask at once", async () => {
  const server = createServer((_request, response) => response.end("x".repeat(1_000)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { answers, bytes } = await load(url, {
    paths: ["/a", "/b"],
    host: "shop.example",
    seconds: 0.2,
    lanes: 8,
  });
  server.close();
  expect(answers).toBeGreaterThan(8);
  expect(bytes).toBe(answers * 1_000);
});
