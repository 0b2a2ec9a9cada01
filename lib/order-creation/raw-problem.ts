import "server-only";

/** Upstream's word for what is wrong, or one of ours in the same form, with what is known about it. */
export type RawProblem = {
  code: string;
  moreDetails?: unknown;
  line?: number;
  field?: string;
  brand?: string;
};
