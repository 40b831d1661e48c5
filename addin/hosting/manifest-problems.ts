/** Everything that is checked of a manifest's text. Here: which checks. Not here: what each of them looks at. */
import { lintManifest, type Site } from "../manifest.js";
import { ownSchemas, type Schemas } from "./schemas.js";
import { validate } from "./validate.js";

/**
 * What our schema, our lints and, where given, Microsoft's schemas hold against a manifest; empty when nothing.
 * @throws Error when Microsoft's schemas do not compile
 */
export async function manifestProblems(manifest: string, site: Site, microsofts?: Schemas): Promise<string[]> {
  const { wellFormed, problems } = await validate(manifest, ownSchemas());
  if (!wellFormed) return [...problems];
  const others = microsofts ? (await validate(manifest, microsofts)).problems : [];
  return [
    ...problems,
    ...others.map((problem) => `by the schemas in ${microsofts?.folder}, ${problem}`),
    ...lintManifest(manifest, site),
  ];
}
