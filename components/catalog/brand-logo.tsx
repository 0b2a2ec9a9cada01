import { classNames } from "@/components/ui/class-names";
import { logoSrcset } from "@/lib/images/logo-srcset";
import type { TileBrand } from "./tile-brand";

type Props = {
  brand: Pick<TileBrand, "name" | "logo">;
  /** How wide the logo is shown, as `sizes` says it. */
  sizes: string;
  className?: string | undefined;
};

/**
 * A brand on its own ground. The name stands behind the logo: a logo that is missing or fails to load
 * leaves it readable, without a script.
 */
export function BrandLogo({ brand, sizes, className }: Props) {
  const { background } = brand.logo;
  const ground = background === undefined ? undefined : { backgroundColor: background };
  const image = logoSrcset(brand.logo);
  return (
    <span
      className={classNames(
        "relative grid aspect-[300/190] place-items-center overflow-hidden rounded-card bg-tile",
        "after:pointer-events-none after:absolute after:inset-0 after:rounded-[inherit] after:border after:border-ink/10",
        className,
      )}
      style={ground}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "line-clamp-3 px-3 text-center font-semibold [overflow-wrap:anywhere]",
          isDark(background) ? "text-tile" : "text-on-tile",
        )}
      >
        {brand.name}
      </span>
      {image ? (
        // biome-ignore lint/performance/noImgElement: the logo host serves ready-made sizes.
        <img
          {...image}
          data-logo=""
          alt=""
          sizes={sizes}
          width={300}
          height={190}
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full bg-tile object-contain"
          style={ground}
        />
      ) : null}
    </span>
  );
}

/** Whether white reads better than black on a colour, by the relative luminance of WCAG. */
function isDark(color: string | undefined): boolean {
  const hex = /^#([0-9a-f]{6})$/i.exec(color ?? "")?.[1];
  if (hex === undefined) return false;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}
