import { PICTURE_FONT_FAMILY } from "@/lib/pictures/fonts";
import { PICTURE_COLORS as COLORS } from "@/styles/picture-colors";

export type OgText = { title: string; line: string; shop: string };

const STRIPES = Array.from({ length: 12 }, (_, index) => index);
/** A longer title is drawn smaller, so that it stays within two lines. */
const SIZES = [
  { upTo: 18, size: 104 },
  { upTo: 34, size: 80 },
  { upTo: 60, size: 60 },
] as const;
const LONGEST = 90;

type Props = {
  text: OgText;
  brand: string;
  icon: string;
  /** The shop's own picture, in place of the awning and the ground. */
  background?: string | undefined;
};

/** The picture of a page where it is shared: an awning in the shop's colour over the page's name. */
export function OgDrawing({ text, brand, icon, background }: Props) {
  const title = text.title.length > LONGEST ? `${text.title.slice(0, LONGEST)}…` : text.title;
  const fontSize = SIZES.find(({ upTo }) => title.length <= upTo)?.size ?? 48;
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        ...(background === undefined
          ? { background: COLORS.canvas }
          : { backgroundImage: `url(${background})`, backgroundSize: "100% 100%" }),
        color: COLORS.ink,
        fontFamily: PICTURE_FONT_FAMILY,
      }}
    >
      <div style={{ display: "flex", height: 72 }}>
        {STRIPES.map((stripe) => (
          <div
            key={stripe}
            style={{
              width: 100,
              height: 72,
              background: stripe % 2 === 0 ? brand : COLORS.surface,
              opacity: background === undefined ? 1 : 0,
              borderBottomLeftRadius: 50,
              borderBottomRightRadius: 50,
            }}
          />
        ))}
      </div>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          flexGrow: 1,
          justifyContent: "center",
          padding: "0 72px",
        }}
      >
        <div style={{ fontSize, lineHeight: 1.15 }}>{title}</div>
        <div style={{ marginTop: 24, fontSize: 38, color: COLORS.muted }}>{text.line}</div>
      </div>
      <div style={{ display: "flex", alignItems: "center", padding: "0 72px 56px" }}>
        {/* biome-ignore lint/performance/noImgElement: a drawing on the server, not a page. */}
        <img src={icon} width={64} height={64} alt="" />
        <div style={{ marginLeft: 24, fontSize: 36 }}>{text.shop}</div>
      </div>
    </div>
  );
}
