import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), "utf8") })),
);

// A soft navigation would keep the laxer content policy of the catalogue on a page with money on it.
test("nothing links to checkout, orders or a gift by a soft navigation", () => {
  const links = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/<(?:SoftLink|Link)\b[^>]*>/g)].map(([tag]) => ({ file, tag })),
  );
  expect(links.length).toBeGreaterThan(8);
  const soft = links.filter(({ tag }) =>
    /checkout|(orders?|gift)(Path|Href)|\/(orders|gift)/i.test(tag),
  );
  expect(soft).toEqual([]);
  const steering = sources.filter(({ text }) => /useRouter|router\.push|data-soft/.test(text));
  expect(steering.map(({ file }) => file).sort()).toEqual([
    "components/shop/soft-navigation.tsx",
    "components/ui/soft-link.tsx",
  ]);
  expect(sources.filter(({ text }) => text.includes('from "next/link"'))).toEqual([]);
});
