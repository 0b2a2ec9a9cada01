import { QRCodeSVG } from "qrcode.react";

/** With more than this the modules are too fine for a phone that looks at a screen or at a card. */
const MAX_CHARACTERS = 1_900;

export const fitsQr = (url: string): boolean => url.length <= MAX_CHARACTERS;

/** Always dark on white with its quiet zone; a long text wants little correction and much room. */
export function GiftQr({ url, title }: { url: string; title: string }) {
  return (
    <QRCodeSVG
      value={url}
      title={title}
      role="img"
      size={440}
      marginSize={4}
      level="L"
      className="h-auto w-full max-w-110 rounded-card"
      data-testid="gift-qr"
    />
  );
}
