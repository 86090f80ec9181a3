// Every byte of every file of a small dossier changed, one at a time: each must be found by the page's modules.
// usage: node sweep.mjs [BYTES]   of files longer than so many (default 100) only so many, evenly spread; 0: all
import { storedAll, stored } from "./checking.mjs";
import { MadeAuthority } from "./made_authority.mjs";
import { madeDossier, madeLog, sealed } from "./made_dossier.mjs";
import { hex, hash } from "./made_log.mjs";
import { verify } from "../../../src/dossier/html/verify.mjs";

const most = Number(process.argv[2] ?? 100);

/** With all that a dossier may have: something erased, something withheld, a timestamp. */
function fullDossier() {
  const log = madeLog(), gone = hex(hash(log.events[6].objects[0].bytes)), authority = new MadeAuthority({ kind: "p256" });
  log.append("erased", undefined, { events: [10], objects: [gone] });
  const files = madeDossier(log, { erased: new Map([[10, 11]]), erasedObjects: new Map([[gone, 11]]), withheld: new Map([[7, "internal"]]) });
  files.set("signature/authority.pem", authority.certificates);
  files.set("signature/tagmanifest-sha256.tsr", authority.stamp(files.get("tagmanifest-sha256.txt")));
  authority.close();
  return sealed(files, log);
}

function* places(length) {
  const step = most === 0 ? 1 : Math.max(1, length / most);
  for (let at = 0; at < length; at += step) yield Math.floor(at);
}

const files = fullDossier(), whole = storedAll(files);
if ((await verify(whole, "")).report.findings.length > 0) throw new Error("the dossier was not intact to begin with");
let tried = 0;
const missed = [];
for (const [path, bytes] of files)
  for (const at of places(bytes.length)) {
    const changed = Buffer.from(bytes);
    changed[at] ^= 1 << (at % 8);
    ++tried;
    if ((await verify(new Map([...whole, [path, stored(changed)]]), "")).report.findings.length === 0) missed.push(`${path}, byte ${at}`);
  }
console.log(`${tried} bytes of ${files.size} files changed, ${missed.length} not found`, ...missed.slice(0, 20));
process.exitCode = missed.length > 0 ? 1 : 0;
