/**
 * An address whose path can be decoded. Next answers 500 for one that cannot; as the very letters that were
 * asked for it is a page that does not exist.
 */
export function readablePath(url: string): string {
  const [path = "", ...query] = url.split("?");
  if (!path.includes("%") || canDecode(path)) return url;
  return [path.replaceAll("%", "%25"), ...query].join("?");
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
