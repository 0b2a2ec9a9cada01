import { afterEach, expect, it } from "vitest";
import { countOnce } from "@/lib/http/count-once";

const { byteLength } = Buffer;
const page = "“é” ".repeat(5_000);

afterEach(() => {
  Object.assign(Buffer, { byteLength });
});

it("takes a long text's bytes from who knows them", () => {
  const asked: string[] = [];
  countOnce((text) => {
    asked.push(text);
    return 7;
  });
  expect(Buffer.byteLength(page)).toBe(7);
  expect(asked).toEqual([page]);
});

it.each<[string, Parameters<typeof Buffer.byteLength>]>([
  ["a short text", ["“é”"]],
  ["a text in another encoding", [page, "latin1"]],
  ["bytes", [Buffer.from(page)]],
])("counts %s as ever", (_what, [value, encoding]) => {
  countOnce(() => 7);
  expect(Buffer.byteLength(value, encoding)).toBe(byteLength(value, encoding));
});

it("counts a long text that nobody knows", () => {
  countOnce(() => undefined);
  expect(Buffer.byteLength(page)).toBe(byteLength(page));
  expect(Buffer.byteLength(page)).toBeGreaterThan(page.length);
});
