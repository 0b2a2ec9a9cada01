import { classNames } from "./class-names";

/** Paths on a 24 × 24 grid, drawn with one stroke. */
const PATHS = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM20.5 20.5 16 16",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevron: "m6 9.5 6 6 6-6",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 12h17M12 3c2.5 2.6 3.8 5.6 3.8 9S14.5 18.4 12 21c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2",
  shield: "M12 3.5 5 6v5.5c0 4.3 2.8 7.4 7 9 4.2-1.6 7-4.7 7-9V6zM9 12l2.2 2.2L15.2 10",
  wallet: "M4.5 7.5v10a2 2 0 0 0 2 2h13v-12h-13a2 2 0 0 1 0-4h11v4M15.5 13.5h.5",
  warning: "M12 4.5 3.5 19.5h17zM12 10.5v4M12 17v.2",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11.5V16.5M12 7.8V8",
  close: "M6 6l12 12M18 6 6 18",
  arrow: "M4.5 12h15M13.5 6l6 6-6 6",
  phone:
    "M8 3.5h8a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5ZM11 17.5h2",
  mail: "M4 6h16v12.5H4zM4 7.5l8 6 8-6",
  external: "M13.5 4.5h6v6M19 5l-8 8M10 5.5H5.5v13h13V14",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  qr: "M4.5 4.5h5v5h-5zM14.5 4.5h5v5h-5zM4.5 14.5h5v5h-5zM14.5 14.5h2v2M19.5 14.5v5h-2.5M14.5 19.5v0",
  receipt:
    "M6 3.5v17l2-1.5 2 1.5 2-1.5 2 1.5 2-1.5 2 1.5v-17l-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 9.5h6M9 13.5h6",
  gift: "M4.5 11.5V20h15v-8.5M3.5 7.5h17v4h-17zM12 7.5V20M12 7.5C10.5 3.5 6 3 6.5 5.5 6.8 7 9.5 7.5 12 7.5ZM12 7.5c1.5-4 6-4.5 5.5-2-.3 1.5-3 2-5.5 2Z",
  share: "M12 15V4M8 7.5 12 3.5l4 4M6.5 11.5h-1v9h13v-9h-1",
  cart: "M3 4.5h2.5l2 11h9.5l2-8H6.2M9 19.2v.3M16 19.2v.3",
} as const;

export type IconName = keyof typeof PATHS;

type Props = { name: IconName; size?: number | undefined; className?: string | undefined };

/** Always beside words that say the same, so it is hidden from assistive technology. */
export function Icon({ name, size = 20, className }: Props) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames("shrink-0", name === "arrow" && "rtl:-scale-x-100", className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
