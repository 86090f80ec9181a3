// Timestamp authorities, made by the openssl command in a folder of their own, and what they stamp.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const config = (name, digest) => `
[req]
distinguished_name = dn
prompt = no
[dn]
CN = ${name}
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[also]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping,emailProtection
[tsa]
serial = serial
crypto_device = builtin
signer_cert = stamps.pem
signer_key = stamps.key
signer_digest = ${digest}
default_policy = 1.2.3.4.1
digests = sha256,sha384,sha512
ess_cert_id_alg = sha256
[ca]
database = index
serial = issued
new_certs_dir = .
default_md = ${digest}
policy = any
[any]
commonName = supplied
`;

const keyOptions = { rsa: ["-newkey", "rsa:2048"], p256: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], p384: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"] };

export class MadeAuthority {
  /** `kind`: rsa, p256 or p384; `valid`: [from, until] of the certificate that stamps, as openssl ca takes them. */
  constructor({ name = "Test Authority", kind = "rsa", digest = "sha256", valid, extensions = "stamps" } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "ugoda-authority-"));
    const key = keyOptions[kind];
    writeFileSync(join(this.folder, "config"), config(name, digest));
    for (const file of ["serial", "issued"]) writeFileSync(join(this.folder, file), "01\n");
    writeFileSync(join(this.folder, "index"), "");
    this.#openssl("req", "-x509", ...key, "-nodes", "-keyout", "root.key", "-out", "root.pem", "-days", "3650", "-config", "config", "-extensions", "root", `-${digest}`);
    this.#openssl("req", ...key, "-nodes", "-keyout", "stamps.key", "-out", "request", "-config", "config", "-subj", `/CN=${name} Stamps`);
    this.#openssl("ca", "-batch", "-config", "config", "-name", "ca", "-cert", "root.pem", "-keyfile", "root.key", "-in", "request", "-out", "stamps.pem",
      "-notext", "-extfile", "config", "-extensions", extensions, ...(valid ? ["-startdate", valid[0], "-enddate", valid[1]] : ["-days", "3650"]));
  }
  #openssl(...options) { return execFileSync("openssl", options, { cwd: this.folder, stdio: ["ignore", "pipe", "ignore"] }); }

  get certificates() { return readFileSync(join(this.folder, "root.pem")); }
  get stamping() { return readFileSync(join(this.folder, "stamps.pem")); }
  /** An RFC 3161 reply over `data`. */
  stamp(data, { withCertificate = true, hash = "sha256" } = {}) {
    writeFileSync(join(this.folder, "data"), data);
    this.#openssl("ts", "-query", "-data", "data", `-${hash}`, ...(withCertificate ? ["-cert"] : []), "-out", "query");
    this.#openssl("ts", "-reply", "-config", "config", "-section", "tsa", "-queryfile", "query", "-out", "reply");
    return readFileSync(join(this.folder, "reply"));
  }
  close() { rmSync(this.folder, { recursive: true }); }
}
