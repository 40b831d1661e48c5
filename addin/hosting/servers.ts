/** What a web server must send with the files: headers, as web.config for IIS and as snippets for nginx. */

/** Excel on the web asks from these hosts and shows the pane in a frame of theirs; the last four are the cloud in China. */
const officeDomains = [
  "officeapps.live.com",
  "office.com",
  "sharepoint.com",
  "cloud.microsoft",
  "microsoft365.com",
  "office365.cn",
  "sharepoint.cn",
  "office.cn",
  "microsoftonline.cn",
] as const;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Names of these files change with their content. */
export const hashedFolders = ["addin/chunks", "addin/sheet/chunks"] as const;
const [year, day] = [365 * 24 * 3600, 24 * 3600];

export interface Served {
  /** Address of the folder, ending in "/". */
  readonly site: string;
  /** Hosts of scripts besides the site's own. */
  readonly scriptOrigins: readonly string[];
  /** Hashes of the scripts that stand in pages, as a policy writes them. */
  readonly inlineScripts: readonly string[];
}

/** What a page of the folder may load, and who may frame it. X-Frame-Options must not be sent: it knows no list. */
export function contentPolicy({ scriptOrigins, inlineScripts }: Served): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptOrigins, ...inlineScripts.map((hash) => `'${hash}'`)].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    ["frame-ancestors 'self'", ...officeDomains.map((domain) => `https://*.${domain}`)].join(" "),
  ].join("; ");
}

/** For IIS; it stands at the top of the folder. */
export function webConfig(served: Served): string {
  const maps = Object.entries(types).map(
    ([extension, type]) =>
      `      <remove fileExtension="${extension}" />\n      <mimeMap fileExtension="${extension}" mimeType="${type}" />`,
  );
  const hashed = hashedFolders.map(
    (folder) => `  <location path="${folder}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="immutable" />
      </staticContent>
    </system.webServer>
  </location>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Every file here is public and none depends on who asks, so any origin may read it; plain IIS cannot choose by origin.
     Files are asked for again each time (304 when unchanged), except those whose names carry a hash. -->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
${maps.join("\n")}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Frame-Options" />
        <remove name="X-Powered-By" />
        <add name="Access-Control-Allow-Origin" value="*" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
        <add name="Content-Security-Policy" value="${contentPolicy(served)}" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${hashed.join("\n")}
</configuration>
`;
}

/** For nginx, inside http { }: which origins may read, and how long what is kept. */
export function nginxMaps(): string {
  const domains = officeDomains.map((domain) => domain.replaceAll(".", "\\.")).join("|");
  return `# Include inside http { }.
map $http_origin $soundings_origin {
  default "";
  "~^https://([a-z0-9-]+\\.)*(${domains})$" $http_origin;
}
map $uri $soundings_cache {
  default "no-cache";
  "~/addin/(sheet/)?chunks/" "public, max-age=${year}, immutable";
  "~\\.(png|svg)$" "public, max-age=${day}";
}
`;
}

/** For nginx, inside server { }: one location. The folder's place on disk is the deployer's. */
export function nginxLocation(served: Served, folder = "/srv/soundings/"): string {
  const path = new URL(served.site).pathname;
  const plain = Object.entries(types).map(([extension, type]) => `    ${type.replace(/;.*$/, "")} ${extension.slice(1)};`);
  const textTypes = [...new Set(Object.values(types))]
    .filter((type) => type.includes("charset"))
    .map((type) => type.replace(/;.*$/, ""))
    .filter((type) => type !== "text/html");
  return `# Include inside server { }, and put the folder's files at ${folder}
location ${path} {
  alias ${folder};
  index index.html;
  types {
${plain.join("\n")}
  }
  charset utf-8;
  charset_types ${textTypes.join(" ")};
  gzip on;
  gzip_types ${textTypes.join(" ")} image/svg+xml;
  # An empty value is not sent: other origins get no permission.
  add_header Access-Control-Allow-Origin $soundings_origin always;
  add_header Vary Origin always;
  add_header Cache-Control $soundings_cache;
  add_header X-Content-Type-Options nosniff always;
  add_header Referrer-Policy no-referrer always;
  add_header Content-Security-Policy "${contentPolicy(served)}" always;
}
`;
}
