import { LRUCache } from "lru-cache";

type Picture = Uint8Array<ArrayBuffer>;

const MAX_BYTES = 12 * 1024 * 1024;

const kept = new LRUCache<string, Picture>({
  maxSize: MAX_BYTES,
  sizeCalculation: ({ byteLength }) => byteLength,
});
const flights = new Map<string, Promise<Picture>>();

/** The picture of a key, drawn once for all who ask for it; `beforeDrawing` may refuse the work. */
export async function cachedPicture(
  key: string,
  draw: () => Promise<Response>,
  beforeDrawing: () => Promise<void>,
): Promise<Picture> {
  const known = kept.get(key);
  if (known) return known;
  await beforeDrawing();
  const running = flights.get(key);
  if (running !== undefined) return running;
  const flight = draw()
    .then((response) => response.arrayBuffer())
    .then((buffer) => {
      const picture = new Uint8Array(buffer);
      kept.set(key, picture);
      return picture;
    })
    .finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}
