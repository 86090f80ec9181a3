// RFC 3161 tokens as openssl makes them: good ones, and every way of being bad.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { findingsIn } from "./checking.mjs";
import { MadeAuthority } from "./made_authority.mjs";
import { madeDossier, madeLog, sealed } from "./made_dossier.mjs";
import { certificatesOfPem, isForTimestamps } from "../../../src/dossier/html/certificate.mjs";
import { checkTimestamp } from "../../../src/dossier/html/timestamp.mjs";

const data = Buffer.from("what was stamped"), made = [];
const authority = options => made[made.push(new MadeAuthority(options)) - 1];
after(() => made.forEach(one => one.close()));

const rsa = authority(), token = rsa.stamp(data);

for (const kind of ["rsa", "p256", "p384"])
  for (const digest of ["sha256", "sha384", "sha512"])
    test(`a stamp by ${kind} with ${digest} is good, and says when and by whom`, async () => {
      const one = authority({ kind, digest, name: "Zegar" }), result = await checkTimestamp(one.stamp(data, { hash: digest }), data, one.certificates);
      assert.equal(result.problem ?? result.unknown, undefined);
      assert.equal(result.authority, "Zegar Stamps");
      assert.ok(Math.abs(result.time - Date.now()) < 600_000);
    });

test("a stamp over other bytes is told", async () => {
  assert.equal((await checkTimestamp(token, Buffer.from("other"), rsa.certificates)).problem, "token.other.data");
});

test("a stamp of another authority is told, though its names are the same", async () => {
  assert.equal((await checkTimestamp(token, data, authority().certificates)).problem, "token.chain");
});

test("a stamp is trusted by its authority's root only, not by the certificate that stamped", async () => {
  assert.equal((await checkTimestamp(token, data, rsa.stamping)).problem, "token.chain");
  assert.equal((await checkTimestamp(token, data, Buffer.from(""))).problem, "token.chain");
});

test("a stamp without its certificate is good when the authority's file has it, else told", async () => {
  const bare = rsa.stamp(data, { withCertificate: false });
  assert.equal((await checkTimestamp(bare, data, rsa.certificates)).problem, "token.no.certificate");
  assert.equal((await checkTimestamp(bare, data, Buffer.concat([rsa.certificates, rsa.stamping]))).problem, undefined);
});

test("a certificate that was not valid at the time of the stamp is told", async () => {
  for (const valid of [["20200101000000Z", "20210101000000Z"], ["20400101000000Z", "20410101000000Z"]]) {
    const one = authority({ valid });
    assert.equal((await checkTimestamp(one.stamp(data), data, one.certificates)).problem, "token.expired");
  }
});

test("a certificate for more than timestamps is for no timestamps", () => {
  const [certificate] = certificatesOfPem(authority({ extensions: "also" }).stamping);
  assert.equal(isForTimestamps(certificate), false);
  assert.equal(isForTimestamps(certificatesOfPem(rsa.stamping)[0]), true);
  assert.equal(isForTimestamps(certificatesOfPem(rsa.certificates)[0]), false);
});

test("a refusal, a cut or an appended byte is no token", async () => {
  const refusal = Buffer.from("30053003020102", "hex");
  for (const bytes of [refusal, Buffer.alloc(0), token.subarray(0, -1), Buffer.concat([token, Buffer.of(0)])])
    assert.equal((await checkTimestamp(bytes, data, rsa.certificates)).problem, "token.malformed");
});

test("no changed byte of a token moves its time", async () => {
  const { time } = await checkTimestamp(token, data, rsa.certificates);
  let told = 0;
  for (let at = 0; at < token.length; ++at) {
    const changed = Buffer.from(token);
    changed[at] ^= 1;
    const result = await checkTimestamp(changed, data, rsa.certificates);
    if (result.problem !== undefined || result.unknown !== undefined) ++told;
    else assert.equal(result.time, time, `byte ${at}`);
  }
  assert.ok(told > token.length * 0.9, `${told} of ${token.length}`);  // the rest says nothing that is used
});

test("a dossier's tokens are checked, and one of something else is found", async () => {
  const log = madeLog(), place = "data/checkpoints/000000000008/", files = madeDossier(log);
  files.set(`${place}token.tsr`, rsa.stamp(files.get(`${place}checkpoint`)));
  files.set(`${place}authority.pem`, rsa.certificates);
  files.set("data/dossier.json", Buffer.from(files.get("data/dossier.json").toString().replace('"size":8}', '"size":8,"token":true}')));
  sealed(files, log);
  files.set("signature/authority.pem", rsa.certificates);
  files.set("signature/tagmanifest-sha256.tsr", rsa.stamp(files.get("tagmanifest-sha256.txt")));
  assert.deepEqual(await findingsIn(sealed(files, log)), []);
  files.set("signature/tagmanifest-sha256.tsr", token);
  files.set(`${place}token.tsr`, token);
  const found = await findingsIn(sealed(files, log));
  for (const where of [`${place}token.tsr`, "signature/tagmanifest-sha256.tsr"]) assert.ok(found.includes(`${where}: token.other.data`), where);
});
