// Step 6: what the events speak of is in the bag, byte for byte, or stands in the list of what is not; and
// nothing is in the bag that no event speaks of.

/** Where nothing lies but what events name. */
export const objectFolders = ["data/records/", "data/photos/", "data/attachments/", "data/scans/", "data/objects/"];

export function checkObjects(dossier) {
  const placesOf = new Map();
  for (const [path, hash] of dossier.hashes)
    if (path.startsWith("data/")) placesOf.set(hash, [...(placesOf.get(hash) ?? []), path]);
  dossier.named = new Set();
  for (const { seq, payload } of dossier.events.values())
    for (const { sha256, bytes, role } of payload?.objects ?? []) {
      dossier.named.add(sha256).add(`${sha256} ${role}`);
      const path = placesOf.get(sha256)?.[0], gone = dossier.withheld.objects.get(sha256);
      if (path === undefined && gone === undefined) dossier.finding(sha256, "object.missing", { seq, role });
      else if (path !== undefined && dossier.files.get(path).size !== bytes) dossier.finding(path, "object.size", { seq, bytes });
      else dossier.report.count(path === undefined ? "withheld" : "objects");
    }
  for (const [hash] of dossier.withheld.objects)
    if (placesOf.has(hash)) dossier.finding(placesOf.get(hash)[0], "object.not.withheld");
  for (const [path, hash] of dossier.hashes)
    if (objectFolders.some(folder => path.startsWith(folder)) && !dossier.named.has(hash)) dossier.finding(path, "object.unnamed");
}
