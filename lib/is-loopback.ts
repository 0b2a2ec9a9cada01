/** Whether an address leads to this machine, where plain http is as good as https. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(?:(?:[a-z0-9-]+\.)*localhost|\[::1\]|127(?:\.\d+){3})$/.test(hostname);
}
