import type { RevealedDelivery } from "../contract/order-view";
import { httpsUrl } from "../https-url";
import { isRecord } from "../is-record";

/** Whether a value, from the network or from a file, is a delivery whose links lead to https alone. */
export function isDelivery(value: unknown): value is RevealedDelivery {
  if (!isRecord(value)) return false;
  const { id, code, codeUrl, serial, securityCode, esim, instructions } = value;
  return (
    typeof id === "string" &&
    [code, serial, securityCode].every(isOptionalText) &&
    isHttpsLink(codeUrl) &&
    (instructions === undefined ||
      (Array.isArray(instructions) && instructions.every((item) => typeof item === "string"))) &&
    (esim === undefined || isEsim(esim))
  );
}

export const isHttpsLink = (value: unknown): boolean =>
  value === undefined || (typeof value === "string" && httpsUrl(value) !== undefined);

const isEsim = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.lpa === "string" &&
  [value.installUrl, value.appleUrl, value.androidUrl].every(isHttpsLink);

const isOptionalText = (value: unknown): boolean =>
  value === undefined || typeof value === "string";
