import { OG_SIZE } from "@/lib/findable/og-url";
import { PICTURE_FONT_FAMILY } from "@/lib/pictures/fonts";
import { PALETTE } from "@/styles/palette";

/** No style sheet reaches a picture that is drawn on the server. */
const COLORS = PALETTE.light;

export type OgText = { title: string; line: string; shop: string };

const STRIPES = Array.from({ length: 12 }, (_, index) => index);
/** A longer title is drawn smaller, so that it stays within two lines. */
const SIZES = [
  { upTo: 18, size: 104 },
  { upTo: 34, size: 80 },
  { upTo: 60, size: 60 },
] as const;
const LONGEST = 90;

type Props = { text: OgText; brand: string; icon: string; background?: string | undefined };

/** The picture of a page where it is shared: the page's name under an awning, or over the shop's own ground. */
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
        background: COLORS.canvas,
        color: COLORS.ink,
        fontFamily: PICTURE_FONT_FAMILY,
      }}
    >
      {background === undefined ? <Awning brand={brand} /> : <Ground picture={background} />}
      <div style={background === undefined ? OPEN : CARD}>
        <div style={{ fontSize, lineHeight: 1.15 }}>{title}</div>
        <div style={{ marginTop: 24, fontSize: 38, color: COLORS.muted }}>{text.line}</div>
        <div style={{ display: "flex", alignItems: "center", marginTop: 48 }}>
          {/* biome-ignore lint/performance/noImgElement: a drawing on the server, not a page. */}
          <img src={icon} width={64} height={64} alt="" />
          <div style={{ marginLeft: 24, fontSize: 36 }}>{text.shop}</div>
        </div>
      </div>
    </div>
  );
}

const OPEN = {
  display: "flex",
  flexDirection: "column",
  flexGrow: 1,
  justifyContent: "center",
  padding: "0 72px",
} as const;

/** On a ground of the shop's own nobody knows which colour of text can be read, so it gets one. */
const CARD = {
  ...OPEN,
  flexGrow: 0,
  position: "absolute",
  left: 56,
  right: 56,
  bottom: 56,
  padding: "40px 48px",
  borderRadius: 24,
  background: COLORS.canvas,
} as const;

function Awning({ brand }: { brand: string }) {
  return (
    <div style={{ display: "flex", height: 72 }}>
      {STRIPES.map((stripe) => (
        <div
          key={stripe}
          style={{
            width: 100,
            height: 72,
            background: stripe % 2 === 0 ? brand : COLORS.surface,
            borderBottomLeftRadius: 50,
            borderBottomRightRadius: 50,
          }}
        />
      ))}
    </div>
  );
}

function Ground({ picture }: { picture: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a drawing on the server, not a page.
    <img src={picture} alt="" {...OG_SIZE} style={{ position: "absolute", left: 0, top: 0 }} />
  );
}
