import type { RevealedDelivery } from "@/lib/contract/order-view";
import { useCodeContext } from "./code-context";
import { CodePicture } from "./code-picture";
import { Secret } from "./secret";

type Props = Pick<RevealedDelivery, "code" | "serial" | "securityCode">;

/** What is typed in to redeem, each part under its name and with its own way to copy it. */
export function CodeParts({ code, serial, securityCode }: Props) {
  const { code: text } = useCodeContext().messages;
  return (
    <>
      {code && (
        <div className="flex flex-col gap-2">
          <Secret name={text.title} value={code} copyLabel={text.copy} testId="code" large />
          <CodePicture value={code} />
        </div>
      )}
      {serial && <Secret name={text.serial} value={serial} copyLabel={text.copySerial} />}
      {securityCode && (
        <Secret name={text.securityCode} value={securityCode} copyLabel={text.copySecurityCode} />
      )}
    </>
  );
}
