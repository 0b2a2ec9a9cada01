import { LRUCache } from "lru-cache";
import { outsideRequest } from "../outside-request";
import type { Encoding } from "./accepted-encoding";
import { type PackedText, packText } from "./packed-text";
import { paintFirst } from "./paint-first";

export type PackedPage = {
  readonly text: PackedText;
  /** How long the framework's own text is in UTF-8. */
  readonly givenBytes: number;
  readonly forms: Readonly<Partial<Record<Encoding, Uint8Array>>>;
};

/**
 * Pages by the framework's own text of them, each painted first and packed once.
 * @param bytesMax as much as their texts and all that is made of them may take together.
 */
export function packedPages(bytesMax: number) {
  const pages = new LRUCache<string, PackedPage>({ maxSize: bytesMax, sizeCalculation: bytesOf });
  return {
    of(text: string): PackedPage {
      const known = pages.get(text);
      if (known) return known;
      const page: PackedPage = {
        text: packText(paintFirst(text)),
        givenBytes: Buffer.byteLength(text),
        forms: {},
      };
      pages.set(text, page);
      return page;
    },

    givenBytes: (text: string): number | undefined => pages.peek(text)?.givenBytes,

    /** Has a form of a page made, so that it is there for whoever asks next. */
    async pack(text: string, encoding: Encoding): Promise<void> {
      const plain = pages.peek(text)?.text;
      // A page that cannot be packed goes on being sent by the framework.
      const bytes = await outsideRequest(() => plain?.packed(encoding).catch(() => undefined));
      const page = pages.peek(text);
      if (!bytes || bytes === plain?.plain || !page || page.forms[encoding]) return;
      // Another object, for the size of one that is there already is not counted anew.
      pages.set(text, { ...page, forms: { ...page.forms, [encoding]: bytes } });
    },
  };
}

/**
 * The text counts with two bytes a letter, as it is kept when it has one beyond Latin-1. It counts although
 * the page cache has it too: once a page is rendered anew, nobody else keeps the old one.
 */
function bytesOf({ text, forms }: PackedPage, key: string): number {
  const packed = Object.values(forms).reduce((sum, { length }) => sum + length, 0);
  return 2 * key.length + text.plain.length + packed + 1;
}
