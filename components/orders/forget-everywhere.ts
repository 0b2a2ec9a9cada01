import { forgetAccess } from "@/components/order/order-api";
import { deviceStorage } from "@/lib/device/device-storage";
import { forgetHere } from "@/lib/device/order-list";

/**
 * Ends this browser's right to an order and deletes what it kept of it.
 * @returns false when the shop could not be told; then nothing is deleted.
 */
export async function forgetEverywhere(reference: string, isOver: boolean): Promise<boolean> {
  const answer = await forgetAccess(reference);
  // 404: the right is gone already, and the list should follow.
  if (!answer.ok && answer.status !== 404) return false;
  await forgetHere(deviceStorage(), reference, isOver);
  return true;
}
