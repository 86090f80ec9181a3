// Ed25519 signatures (RFC 8032 §5.1.7): by the browser where it can, else in whole numbers here.
import { isSame, joined } from "./bytes.mjs";

const p = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

const mod = x => ((x % p) + p) % p;

function power(base, exponent) {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = (b * b) % p) if (e & 1n) result = (result * b) % p;
  return result;
}

const inverse = x => power(x, p - 2n);
const d = mod(-121665n * inverse(121666n));
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

const numberOf = bytes => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

// Points in extended coordinates {x, y, z, t}: x/z and y/z on the curve, xy = zt.

const neutral = { x: 0n, y: 1n, z: 1n, t: 0n };

/** Also of a point with itself (RFC 8032 §5.1.4). */
function sum(one, two) {
  const a = mod((one.y - one.x) * (two.y - two.x)), b = mod((one.y + one.x) * (two.y + two.x));
  const c = mod(2n * one.t * d * two.t), e = mod(2n * one.z * two.z);
  return { x: mod((b - a) * (e - c)), y: mod((e + c) * (b + a)), z: mod((e - c) * (e + c)), t: mod((b - a) * (b + a)) };
}

/** Undefined for bytes that are no point, or another spelling of one. */
function pointOf(bytes) {
  const coded = numberOf(bytes);
  const sign = coded >> 255n, y = coded & (2n ** 255n - 1n);
  if (bytes.length !== 32 || y >= p) return undefined;
  const u = mod(y * y - 1n), v = mod(d * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (p - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * rootOfMinusOne);
  if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return undefined;
  if ((x & 1n) !== sign) x = p - x;
  return { x, y, z: 1n, t: mod(x * y) };
}

function bytesOf(point) {
  const z = inverse(point.z);
  let coded = mod(point.y * z) | ((mod(point.x * z) & 1n) << 255n);
  return Uint8Array.from({ length: 32 }, () => {
    const byte = Number(coded & 255n);
    coded >>= 8n;
    return byte;
  });
}

const base = pointOf(Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 0x58 : 0x66)));

/** m·one + n·two, both digit by digit at once. */
function sumOfProducts(m, one, n, two) {
  const both = sum(one, two);
  let result = neutral;
  for (let bit = 255n; bit >= 0n; --bit) {
    result = sum(result, result);
    const inOne = (m >> bit) & 1n, inTwo = (n >> bit) & 1n;
    if (inOne || inTwo) result = sum(result, inOne && inTwo ? both : inOne ? one : two);
  }
  return result;
}

/** Without the browser's Ed25519; it needs its SHA-512. */
export async function verifyHere(key, message, signature) {
  if (signature.length !== 64) return false;
  const point = pointOf(key), r = signature.subarray(0, 32), s = numberOf(signature.subarray(32));
  if (point === undefined || s >= order) return false;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-512", joined(r, key, message)));
  const minus = { ...point, x: mod(-point.x), t: mod(-point.t) };
  return isSame(bytesOf(sumOfProducts(s, base, numberOf(hash) % order, minus)), r);
}

/** `key` of 32 bytes, `signature` of 64. */
export async function isGoodSignature(key, message, signature) {
  try {
    const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, signature, message);
  } catch {
    return verifyHere(key, message, signature);
  }
}
