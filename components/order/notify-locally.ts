/** Shows a notification of this device's own. Its words pass through the system, so no code is in them. */
export async function notifyLocally(title: string, options: NotificationOptions): Promise<void> {
  try {
    // Phones show notifications only through a service worker.
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) await worker.showNotification(title, options);
    else new Notification(title, options);
  } catch {
    // Refused by the system; the page and its title say the same.
  }
}
