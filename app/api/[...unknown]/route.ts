import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";

/** Without it an address of the interface that does not exist would be taken for a page of a shop. */
const nothing = handle({ route: "/api/[...unknown]" }, async () => {
  throw new HttpProblem("not_found");
});

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
