/** The soft link that an event is about. */
export function softLinkOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-soft]") : null;
}

/** The path within this site. */
export function pathOf({ pathname, search, hash }: HTMLAnchorElement): string {
  return pathname + search + hash;
}

/** Where a click leads within the document; nothing when it is for the browser or somebody has taken it. */
export function softTarget(event: MouseEvent): string | undefined {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey)
    return undefined;
  const link = softLinkOf(event);
  return link && link.origin === window.location.origin ? pathOf(link) : undefined;
}
