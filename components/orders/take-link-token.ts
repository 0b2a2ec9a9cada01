/**
 * The secret of a saved link, which stands in the fragment, where no server sees it. It is taken out of
 * the address bar and the history at once.
 */
export function takeLinkToken(): string | undefined {
  const token = /^#t=([\w-]{40,1024})$/.exec(window.location.hash)?.[1];
  if (window.location.hash.startsWith("#t=")) {
    window.history.replaceState(
      window.history.state,
      "",
      window.location.pathname + window.location.search,
    );
  }
  return token;
}
