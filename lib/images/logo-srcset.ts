type Logo = { url?: string | undefined; baseUrl?: string | undefined };

/** `src` and `srcset` of a logo: the CDN holds two sizes ready, 300×190 and 500×318. */
export function logoSrcset(logo: Logo): { src: string; srcSet?: string } | undefined {
  const { url, baseUrl } = logo;
  if (baseUrl === undefined) return url === undefined ? undefined : { src: url };
  const small = `${baseUrl}_300x190.webp`;
  return { src: small, srcSet: `${small} 300w, ${baseUrl}_500x318.webp 500w` };
}
