// RFC 3161 replies: what was stamped, when, by whom, and whether the signature holds. Whether the authority
// deserves trust, and whether its certificate had been revoked, is for people to find out.
import { isSame, joined } from "./bytes.mjs";
import { certificatesOfPem, isForTimestamps, isValidAt, leadsToRoot, nameOf, parseCertificate } from "./certificate.mjs";
import { Malformed, Members, algorithmOf, context, listOf, numberText, oidOf, onlyValue, tags, timeOf } from "./der.mjs";
import { Unknown, hashes, isSignedWith } from "./public_key.mjs";

const oids = {
  signedData: "1.2.840.113549.1.7.2", stampInfo: "1.2.840.113549.1.9.16.1.4", contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4", signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificate2: "1.2.840.113549.1.9.16.2.47",
};
const granted = new Set(["00", "01"]);

/** What an authority says: the hash that was stamped, and when. */
function parseStampInfo(der) {
  const members = new Members(onlyValue(der));
  members.take(tags.integer);
  members.take(tags.oid);
  const imprint = new Members(members.take(tags.sequence));
  const hash = hashes[algorithmOf(imprint.take(tags.sequence)).oid], digest = imprint.take(tags.octets).body;
  members.take(tags.integer);
  return { hash, digest, time: timeOf(members.take(tags.time)) };
}

function parseSigner(value) {
  const members = new Members(value);
  members.take(tags.integer);
  const who = new Members(members.take(tags.sequence));
  const issuer = who.take(tags.sequence).whole, serial = numberText(who.take(tags.integer));
  const hash = hashes[algorithmOf(members.take(tags.sequence)).oid];
  const attributes = members.take(context(0)), algorithm = algorithmOf(members.take(tags.sequence));
  return { issuer, serial, hash, attributes, algorithm, signature: members.take(tags.octets).body };
}

/** The parts of a reply; throws Malformed for anything that does not grant a token. */
function parseReply(der) {
  const reply = new Members(onlyValue(der));
  const status = numberText(new Members(reply.take(tags.sequence)).take(tags.integer));
  const content = new Members(reply.take(tags.sequence));
  if (!granted.has(status) || !reply.isAtEnd || oidOf(content.take(tags.oid)) !== oids.signedData) throw new Malformed("status");
  const signed = new Members(onlyValue(content.take(context(0)).body));
  signed.take(tags.integer);
  signed.take(tags.set);
  const inside = new Members(signed.take(tags.sequence));
  if (oidOf(inside.take(tags.oid)) !== oids.stampInfo) throw new Malformed("content");
  const info = onlyValue(inside.take(context(0)).body, tags.octets).body;
  const certificates = signed.maybe(context(0));
  signed.maybe(context(1));
  const signers = listOf(signed.take(tags.set));
  if (signers.length !== 1) throw new Malformed("signers");
  return { info, certificates: certificates ? listOf(certificates).map(one => parseCertificate(one.whole)) : [], signer: parseSigner(signers[0]) };
}

/** The value of a signed attribute that must stand there once, with one value. */
function attributeOf(list, oid) {
  const found = listOf(list).map(one => new Members(one)).filter(one => oidOf(one.take(tags.oid)) === oid);
  const values = found.length === 1 ? listOf(found[0].take(tags.set)) : [];
  return values.length === 1 ? values[0] : undefined;
}

const digestOf = async (hash, bytes) => {
  if (hash === undefined) throw new Unknown("hash");
  return new Uint8Array(await crypto.subtle.digest(hash, bytes));
};

/** The signer names its certificate by hash (RFC 5035; the older way, SHA-1, is not enough here). */
async function namesCertificate(attributes, certificate) {
  const value = attributeOf(attributes, oids.signingCertificate2);
  if (value === undefined) {
    if (attributeOf(attributes, oids.signingCertificate) !== undefined) throw new Unknown("SHA-1");
    return false;
  }
  const first = new Members(new Members(new Members(value).take(tags.sequence)).take(tags.sequence));
  const algorithm = first.maybe(tags.sequence);
  const hash = algorithm === undefined ? "SHA-256" : hashes[algorithmOf(algorithm).oid];
  return isSame(first.take(tags.octets).body, await digestOf(hash, certificate.der));
}

async function isSigned({ info, signer }, certificate) {
  const type = attributeOf(signer.attributes, oids.contentType), digest = attributeOf(signer.attributes, oids.messageDigest);
  if (type === undefined || digest === undefined || oidOf(type) !== oids.stampInfo) return false;
  if (!isSame(digest.body, await digestOf(signer.hash, info))) return false;
  if (!(await namesCertificate(signer.attributes, certificate))) return false;
  const message = joined(Uint8Array.of(tags.set), signer.attributes.whole.subarray(1));  // RFC 5652 §5.4: signed as a SET, stored as [0]
  return isSignedWith(certificate.key, { ...signer.algorithm, hash: signer.hash }, message, signer.signature);
}

async function problemOf(reply, stamp, certificate, roots, data) {
  if (!isSame(stamp.digest, await digestOf(stamp.hash, data))) return "token.other.data";
  if (certificate === undefined) return "token.no.certificate";
  if (!isForTimestamps(certificate)) return "token.purpose";
  if (!isValidAt(certificate, stamp.time)) return "token.expired";
  if (!(await isSigned(reply, certificate))) return "token.signature";
  const isTrusted = await leadsToRoot(certificate, roots, reply.certificates, stamp.time);
  return isTrusted ? undefined : "token.chain";
}

/** Is `token` (a reply's bytes) a stamp over `data` by an authority of `authorities` (PEM)?
 *  {time, authority} and perhaps `problem`, or `unknown`: a method that this page cannot check. */
export async function checkTimestamp(token, data, authorities) {
  try {
    const reply = parseReply(token), stamp = parseStampInfo(reply.info), roots = certificatesOfPem(authorities);
    const certificate = [...reply.certificates, ...roots].find(one =>
      isSame(one.issuer, reply.signer.issuer) && one.serial === reply.signer.serial);
    const problem = await problemOf(reply, stamp, certificate, roots, data);
    return { time: stamp.time, authority: certificate ? nameOf(certificate) : "", ...(problem && { problem }) };
  } catch (error) {
    if (error instanceof Unknown) return { unknown: error.message };
    return { problem: "token.malformed" };  // also a key that the browser finds no key at all
  }
}
