/** Whether `If-None-Match` names a tag. Both are compared as weak ones: what they name is the same, packed or not. */
export function knowsTag(header: string | null | undefined, etag: string): boolean {
  const strong = (tag: string) => tag.trim().replace(/^W\//, "");
  return header?.split(",").map(strong).includes(strong(etag)) ?? false;
}
