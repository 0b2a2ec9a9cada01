/** The browser's storage, or nothing where the browser refuses even to name it. */
export function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Reading the property throws where storage is blocked for the site.
    return undefined;
  }
}
