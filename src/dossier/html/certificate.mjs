// X.509 certificates (RFC 5280), as far as a timestamp's chain needs them. Revocation is not looked at.
import { fromBase64, isSame, textOf } from "./bytes.mjs";
import { Malformed, Members, algorithmOf, bitsOf, context, listOf, numberText, oidOf, onlyValue, tags, timeOf } from "./der.mjs";
import { isSignedWith } from "./public_key.mjs";

const oids = { commonName: "2.5.4.3", basicConstraints: "2.5.29.19", keyUsage: "2.5.29.15", extendedKeyUsage: "2.5.29.37", policies: "2.5.29.32" };
const timeStamping = "1.3.6.1.5.5.7.3.8";
const known = new Set([oids.basicConstraints, oids.keyUsage, oids.extendedKeyUsage, oids.policies]);

function extensionsOf(list) {
  const all = new Map();
  for (const one of list === undefined ? [] : listOf(onlyValue(list.body))) {
    const members = new Members(one);
    const oid = oidOf(members.take(tags.oid)), critical = members.maybe(tags.boolean);
    if (all.has(oid)) throw new Malformed("extension");
    all.set(oid, { isCritical: critical?.body[0] === 0xff, value: members.take(tags.octets).body });
  }
  return all;
}

export function parseCertificate(der) {
  const outer = new Members(onlyValue(der));
  const signed = outer.take(tags.sequence);
  const algorithm = algorithmOf(outer.take(tags.sequence)), signature = bitsOf(outer.take(tags.bits));
  const inner = new Members(signed);
  inner.maybe(context(0));
  const serial = numberText(inner.take(tags.integer));
  inner.take(tags.sequence);
  const issuer = inner.take(tags.sequence), validity = new Members(inner.take(tags.sequence)), subject = inner.take(tags.sequence);
  const key = inner.take(tags.sequence).whole;
  inner.maybe(0x81);
  inner.maybe(0x82);
  const extensions = extensionsOf(inner.maybe(context(3)));
  return { der, signed: signed.whole, algorithm, signature, serial, issuer: issuer.whole, subject: subject.whole,
           from: timeOf(validity.any()), until: timeOf(validity.any()), key, extensions };
}

/** Every certificate of a PEM file; what stands around them is skipped. */
export function certificatesOfPem(bytes) {
  const text = textOf(bytes) ?? "";
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g);
  return Array.from(blocks, ([, coded]) => {
    const der = fromBase64(coded.replace(/\s/g, ""));
    if (der === undefined) throw new Malformed("base64");
    return parseCertificate(der);
  });
}

/** The common name of the holder, for people; empty: none. */
export function nameOf(certificate) {
  for (const set of listOf(onlyValue(certificate.subject)))
    for (const pair of listOf(set)) {
      const members = new Members(pair);
      if (oidOf(members.take(tags.oid)) === oids.commonName) return textOf(members.any().body) ?? "";
    }
  return "";
}

function mayCertify({ extensions }) {
  const constraints = extensions.get(oids.basicConstraints), usage = extensions.get(oids.keyUsage);
  const isAuthority = constraints !== undefined && new Members(onlyValue(constraints.value)).maybe(tags.boolean)?.body[0] === 0xff;
  return isAuthority && (usage === undefined || (onlyValue(usage.value, tags.bits).body[1] & 0x04) !== 0);
}

/** RFC 3161 §2.3: for timestamps, for nothing else, and so that nobody may overlook it. */
export function isForTimestamps({ extensions }) {
  const usage = extensions.get(oids.extendedKeyUsage);
  const purposes = usage === undefined ? [] : listOf(onlyValue(usage.value)).map(oidOf);
  return usage?.isCritical === true && purposes.length === 1 && purposes[0] === timeStamping;
}

export const isValidAt = ({ from, until }, moment) => from <= moment && moment <= until;
const hasUnknownCondition = ({ extensions }) => Array.from(extensions).some(([oid, { isCritical }]) => isCritical && !known.has(oid));
const isOneOf = (certificate, list) => list.some(other => isSame(other.der, certificate.der));
const longest = 8;

/** Does a chain of signatures, each valid at `moment`, lead from `certificate` to one of `roots` that
 *  signed itself? `others` may stand in between. */
export async function leadsToRoot(certificate, roots, others, moment, left = longest) {
  if (left === 0 || !isValidAt(certificate, moment) || hasUnknownCondition(certificate)) return false;
  if (isSame(certificate.issuer, certificate.subject) && isOneOf(certificate, roots)) return true;
  for (const issuer of [...roots, ...others]) {
    if (!isSame(issuer.subject, certificate.issuer) || isOneOf(issuer, [certificate]) || !mayCertify(issuer)) continue;
    if (!(await isSignedWith(issuer.key, certificate.algorithm, certificate.signed, certificate.signature))) continue;
    if (await leadsToRoot(issuer, roots, others, moment, left - 1)) return true;
  }
  return false;
}
