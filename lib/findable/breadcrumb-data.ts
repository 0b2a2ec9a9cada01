type Step = { name: string; url: string };

/** The way to a page, from the widest step to the page itself. */
export function breadcrumbData(steps: readonly Step[]) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: url,
    })),
  };
}
