import { QRCodeSVG } from "qrcode.react";

/** Always dark on white with its quiet zone, whatever the theme: many readers know nothing else. */
export function QrImage({ value, title }: { value: string; title: string }) {
  return (
    <QRCodeSVG
      value={value}
      title={title}
      role="img"
      size={232}
      marginSize={4}
      level="M"
      className="h-auto w-full max-w-60 min-w-56 rounded-card"
      data-testid="pay-qr"
    />
  );
}
