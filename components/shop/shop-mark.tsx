/** The mark beside the name of a shop that brings no logo: an awning over a counter. */
export function ShopMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width="32" height="32" className="shrink-0">
      <path
        className="fill-brand"
        d="M6 4h20l3 8a4.33 4.33 0 0 1-8.67 0 4.33 4.33 0 0 1-8.66 0A4.33 4.33 0 0 1 3 12z"
      />
      <path
        className="stroke-brand"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M6.5 19v8.5h19V19M11 22.5h10"
      />
    </svg>
  );
}
