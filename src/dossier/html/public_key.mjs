// Signatures by the keys of certificates: RSA (PKCS #1 v1.5) and ECDSA, checked by the browser.
import { Members, algorithmOf, onlyValue, oidOf, tags } from "./der.mjs";

/** Thrown for a method that this page does not know: not wrong, but not checked either. */
export class Unknown extends Error {}

export const hashes = {
  "2.16.840.1.101.3.4.2.1": "SHA-256", "2.16.840.1.101.3.4.2.2": "SHA-384", "2.16.840.1.101.3.4.2.3": "SHA-512",
};
const rsa = "1.2.840.113549.1.1.1", elliptic = "1.2.840.10045.2.1";
/** Signature algorithms that name their hash: the key's kind, the hash. */
const signatures = {
  "1.2.840.113549.1.1.11": [rsa, "SHA-256"], "1.2.840.113549.1.1.12": [rsa, "SHA-384"],
  "1.2.840.113549.1.1.13": [rsa, "SHA-512"],
  "1.2.840.10045.4.3.2": [elliptic, "SHA-256"], "1.2.840.10045.4.3.3": [elliptic, "SHA-384"],
  "1.2.840.10045.4.3.4": [elliptic, "SHA-512"],
};
const curves = {
  "1.2.840.10045.3.1.7": ["P-256", 32], "1.3.132.0.34": ["P-384", 48], "1.3.132.0.35": ["P-521", 66],
};

/** A DER SEQUENCE of two INTEGERs as the two numbers of `width` bytes that browsers take. */
function plainSignature(der, width) {
  const members = new Members(onlyValue(der)), plain = new Uint8Array(2 * width);
  for (const end of [width, 2 * width]) {
    const digits = members.take(tags.integer).body;
    const number = digits[0] === 0 ? digits.subarray(1) : digits;
    if (number.length > width) return undefined;
    plain.set(number, end - number.length);
  }
  return members.isAtEnd ? plain : undefined;
}

/** `spki`: the SubjectPublicKeyInfo; `algorithm`: an AlgorithmIdentifier's oid, or plain RSA with
 *  `hash`. Throws Unknown for a method other than those above. */
export async function isSignedWith(spki, { oid, hash: named }, message, signature) {
  const [kind, hash] = signatures[oid] ?? (oid === rsa && named ? [rsa, named] : []);
  const { oid: keyKind, parameters } = algorithmOf(new Members(onlyValue(spki)).take(tags.sequence));
  if (kind === undefined || kind !== keyKind) throw new Unknown(oid);
  if (kind === rsa) {
    const key = await crypto.subtle.importKey("spki", spki, { name: "RSASSA-PKCS1-v1_5", hash }, false, ["verify"]);
    return crypto.subtle.verify("RSASSA-PKCS1-v1_5", key, signature, message);
  }
  const curve = parameters?.tag === tags.oid ? oidOf(parameters) : "";
  const [namedCurve, width] = curves[curve] ?? [];
  if (namedCurve === undefined) throw new Unknown(curve);
  const plain = plainSignature(signature, width);
  const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve }, false, ["verify"]);
  return plain !== undefined && crypto.subtle.verify({ name: "ECDSA", hash }, key, plain, message);
}
