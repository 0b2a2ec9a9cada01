import { Icon } from "@/components/ui/icon";

type Props = {
  style: "label" | "text";
  messages: { sellerLabel: string; sellerText: string };
};

/** Who the buyer is dealing with: the shop takes the order, Cryptorefills sells and supplies. */
export function SellerNote({ style, messages }: Props) {
  return (
    <p className="flex items-start gap-2 text-muted text-sm">
      <Icon name="shield" size={18} className="mt-px" />
      <span>
        {messages.sellerText}
        {style === "label" ? (
          <>
            {" "}
            <span className="whitespace-nowrap font-medium text-ink">{messages.sellerLabel}</span>
          </>
        ) : null}
      </span>
    </p>
  );
}
