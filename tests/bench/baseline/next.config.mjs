/** The least that Next can be: what the shop adds is measured against it. */
export default { poweredByHeader: false };
