/**
 * Opens with the secret of a saved link, which stands in the fragment, where no server sees it: with the
 * one that the page came with, and with one that is pasted over its address later, for which a browser
 * loads nothing.
 * @returns a function that stops waiting for more.
 */
export function onLinkToken(open: (token: string) => void): () => void {
  const read = () => {
    const token = takeLinkToken();
    if (token) open(token);
  };
  read();
  window.addEventListener("hashchange", read);
  return () => window.removeEventListener("hashchange", read);
}

/** The secret is taken out of the address bar and the history at once. */
function takeLinkToken(): string | undefined {
  const { hash, pathname, search } = window.location;
  if (hash.startsWith("#t=")) {
    window.history.replaceState(window.history.state, "", pathname + search);
  }
  return /^#t=([\w-]{40,1024})$/.exec(hash)?.[1];
}
