import { forgetAccess } from "@/components/order/order-api";
import { deviceStorage } from "@/lib/device/device-storage";
import { forgetHere } from "@/lib/device/order-list";

/**
 * Ends this browser's right to an order and deletes what it kept of it.
 * @returns false when the shop could not be told, and then nothing is deleted; or when the device could not
 * delete everything, as on a full disk.
 */
export async function forgetEverywhere(reference: string, isOver: boolean): Promise<boolean> {
  const answer = await forgetAccess(reference);
  // 404: the right is gone already, and the list should follow.
  if (!answer.ok && answer.status !== 404) return false;
  return forgetHere(deviceStorage(), reference, isOver).then(
    () => true,
    () => false,
  );
}
