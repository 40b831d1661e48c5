/**
 * TypeScript's own library files, which no package of the user's replaces.
 * Here: not looking for such packages. Not here: which libraries cells have (tslab's converter).
 *
 * A package `@typescript/lib-dom` would replace lib.dom.d.ts. TypeScript looks for one of each of its sixty libraries in
 * every folder above the cell, and does so anew after every cell that imports something: half of what such a cell took.
 */

/** What of the cache of resolved modules is answered differently here. */
interface ResolutionCache {
  getFromDirectoryCache(name: string, ...where: unknown[]): unknown;
}

/** Set on every host by TypeScript's watch, but not in its declarations. */
interface CachingHost {
  getModuleResolutionCache?(): ResolutionCache | undefined;
}

/** Makes each host's programs keep their libraries; a host is changed once. */
export function libraryKeeper(): (host: unknown) => void {
  const kept = new WeakSet<CachingHost>();
  return (host) => {
    if (typeof host !== "object" || host === null || kept.has(host)) return;
    kept.add(host);
    keepLibraries(host);
  };
}

function keepLibraries(host: CachingHost): void {
  const cacheOf = host.getModuleResolutionCache?.bind(host);
  if (cacheOf === undefined) return;
  host.getModuleResolutionCache = () => {
    const cache = cacheOf();
    if (cache === undefined) return undefined;
    const getFromDirectoryCache: ResolutionCache["getFromDirectoryCache"] = (name, ...where) =>
      name.startsWith("@typescript/lib-") ? { failedLookupLocations: [] } : cache.getFromDirectoryCache(name, ...where);
    return Object.assign(Object.create(cache) as ResolutionCache, { getFromDirectoryCache });
  };
}
