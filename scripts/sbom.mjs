// The list of components in the form that tools for IT security read: CycloneDX 1.6.

const PURL_TYPES = { crate: "cargo", npm: "npm" };

/** No time and no random serial number: the same sources give the same bytes. */
export function sbom({ name, version, licence }, components) {
  const app = `pkg:generic/${name}@${version}`;
  const listed = components.map(entry);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": app, name, version, licenses: [{ expression: licence }], purl: app },
    },
    components: listed,
    dependencies: [
      { ref: app, dependsOn: listed.map((one) => one["bom-ref"]) },
      ...listed.map((one) => ({ ref: one["bom-ref"] })),
    ],
  };
}

function entry({ name, version, licence, kind, url, hash }) {
  const purl = purlOf({ name, version, kind });
  return {
    type: kind === "font" ? "file" : "library",
    "bom-ref": purl,
    name,
    version,
    ...(hash && { hashes: [hash] }),
    licenses: [{ expression: licence }],
    purl,
    externalReferences: [{ type: "vcs", url }],
  };
}

function purlOf({ name, version, kind }) {
  const type = PURL_TYPES[kind] ?? "generic";
  return `pkg:${type}/${encodeURIComponent(name.toLowerCase().replaceAll(" ", "-"))}@${encodeURIComponent(version)}`;
}
