"""Odd client certificates, and what a server makes of them.

  odd.py make DIR     writes roots.pem, chains.pem (all cases), and NAME.pem and NAME.key for every case; needs Python's cryptography
  odd.py ask DIR      asks the server of $KUBECONFIG, which was started with --client-ca-file=DIR/roots.pem, who each client is

`asked.txt` is what the reference (v1.37.2) said about `chains.pem`, whose keys are thrown away. Both are made anew together:

  odd.py make /tmp/odd && cp /tmp/odd/*s.pem . && conformance/tools/run reference run --apiserver-arg --client-ca-file=/tmp/odd/roots.pem \
    -- python3 odd.py ask /tmp/odd > asked.txt

The encoder is this file, so that it can write what no library would.
"""
import base64, datetime, http.client, json, os, re, ssl, sys, tempfile
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

# -- DER --------------------------------------------------------------------------------------------------------------------------------

def tlv(tag, *parts):
    body = b"".join(parts)
    n = len(body)
    size = bytes([n]) if n < 128 else bytes([0x80 | (len(f"{n:x}") + 1) // 2]) + n.to_bytes((len(f"{n:x}") + 1) // 2, "big")
    return bytes([tag]) + size + body

def seq(*parts): return tlv(0x30, *parts)
def rdn(*parts): return tlv(0x31, *parts)
def octets(body): return tlv(4, body)
def bits(body, unused=0): return tlv(3, bytes([unused]), body)
def integer(n, size=None): return tlv(2, n.to_bytes(size or n.bit_length() // 8 + 1, "big", signed=True))
TRUE = tlv(1, b"\xff")

def oid(text):
    numbers = [int(n) for n in text.split(".")]
    out = bytes([numbers[0] * 40 + numbers[1]])
    for n in numbers[2:]:
        part = [n & 127]
        while n := n >> 7:
            part.insert(0, n & 127 | 128)
        out += bytes(part)
    return tlv(6, out)

def time(text): return tlv(0x17, text[2:].encode()) if text < "2050" else tlv(0x18, text.encode())

CN, O, UID, SERIAL = "2.5.4.3", "2.5.4.10", "1.3.6.1.4.1.57683.2", "2.5.4.5"
UTF8, PRINTABLE, TELETEX, IA5, NUMERIC, UNIVERSAL, BMP, INTEGER, VISIBLE = 12, 19, 20, 22, 18, 28, 30, 2, 26

def attribute(kind, text, tag=UTF8): return seq(oid(kind), tlv(tag, text.encode() if isinstance(text, str) else text))
def name(*attributes): return seq(*(rdn(a) for a in attributes))
def cn(text, tag=UTF8): return attribute(CN, text, tag)
def org(text, tag=UTF8): return attribute(O, text, tag)

def ext(number, value, critical=False): return seq(oid(number), TRUE if critical else b"", octets(value))
def ca(path=None): return ext("2.5.29.19", seq(TRUE, integer(path) if path is not None else b""), True)
NO_CA = ext("2.5.29.19", seq(), True)
def usage(byte, unused): return ext("2.5.29.15", bits(bytes([byte]), unused), True)
SIGN_CERTS, SIGN, ENCIPHER = usage(0x04, 2), usage(0x80, 7), usage(0x20, 5)
def eku(*purposes, critical=False): return ext("2.5.29.37", seq(*(oid(p) for p in purposes)), critical)
SERVER, CLIENT, ANY, OTHER = "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "2.5.29.37.0", "1.2.3.4"
def sans(*names, critical=False): return ext("2.5.29.17", seq(*names), critical)
def dns(text): return tlv(0x82, text.encode())
def email(text): return tlv(0x81, text.encode())
def constraints(permitted=(), excluded=(), critical=True):
    trees = lambda tag, list: tlv(tag, *(seq(n) for n in list)) if list else b""
    return ext("2.5.29.30", seq(trees(0xa0, permitted), trees(0xa1, excluded)), critical)
def directory(*attributes): return tlv(0xa4, name(*attributes))

# -- keys and certificates --------------------------------------------------------------------------------------------------------------

NULL = tlv(5)
ALGORITHMS = {
    "ecdsa256": seq(oid("1.2.840.10045.4.3.2")), "ecdsa384": seq(oid("1.2.840.10045.4.3.3")), "ecdsa512": seq(oid("1.2.840.10045.4.3.4")),
    "ecdsa1": seq(oid("1.2.840.10045.4.1")), "rsa256": seq(oid("1.2.840.113549.1.1.11"), NULL),
    "rsa512": seq(oid("1.2.840.113549.1.1.13"), NULL), "rsa1": seq(oid("1.2.840.113549.1.1.5"), NULL), "ed25519": seq(oid("1.3.101.112")),
    "pss256": seq(oid("1.2.840.113549.1.1.10"), seq(tlv(0xa0, seq(oid("2.16.840.1.101.3.4.2.1"), NULL)),
        tlv(0xa1, seq(oid("1.2.840.113549.1.1.8"), seq(oid("2.16.840.1.101.3.4.2.1"), NULL))), tlv(0xa2, integer(32)))),
}
HASHES = {"1": hashes.SHA1, "256": hashes.SHA256, "384": hashes.SHA384, "512": hashes.SHA512}

def sign(key, algorithm, message):
    if algorithm == "ed25519":
        return key.sign(message)
    kind, digest = re.match(r"(\D+)(\d+)", algorithm).groups()
    digest = HASHES[digest]()
    if kind == "ecdsa":
        return key.sign(message, ec.ECDSA(digest))
    pad = padding.PKCS1v15() if kind == "rsa" else padding.PSS(padding.MGF1(digest), 32)
    return key.sign(message, pad, digest)

def p256(): return ec.generate_private_key(ec.SECP256R1())
def public(key): return key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)

class Party:
    def __init__(self, subject, key=None, algorithm="ecdsa256"):
        self.subject, self.key, self.algorithm, self.der = subject, key or p256(), algorithm, None

def certificate(owner, issuer, extensions=(), begin="20200101000000Z", end="20450101000000Z", version=3, serial=None, mark=None):
    algorithm = ALGORITHMS[issuer.algorithm]
    number = serial if serial is not None else integer(int.from_bytes(os.urandom(8), "big") >> 1)
    body = seq(tlv(0xa0, integer(version - 1)) if version > 1 else b"", number, mark or algorithm, issuer.subject, seq(time(begin), time(end)),
        owner.subject, public(owner.key), tlv(0xa3, seq(*extensions)) if extensions else b"")
    owner.der = seq(body, algorithm, bits(sign(issuer.key, issuer.algorithm, body)))
    return owner

def root(text, extensions, **more):
    party = Party(name(cn(text)), **{k: more.pop(k) for k in ("key", "algorithm") if k in more})
    return certificate(party, party, extensions, **more)

USUAL = (NO_CA, SIGN, eku(CLIENT))
JANE = name(org("a"), cn("jane"))

def make():
    """The roots, and the cases as (name, chain)."""
    CA = (ca(), SIGN_CERTS)
    roots = {
        "usual": root("usual", CA), "old": root("old", CA, end="20210101000000Z"), "version-1": root("version-1", (), version=1),
        "no-constraints": root("no-constraints", (SIGN_CERTS,)), "no-ca": root("no-ca", (NO_CA,)),
        "no-signing": root("no-signing", (ca(), SIGN)), "no-usage": root("no-usage", (ca(),)),
        "for-servers": root("for-servers", (*CA, eku(SERVER))), "for-clients": root("for-clients", (*CA, eku(CLIENT))),
        "path-0": root("path-0", (ca(0), SIGN_CERTS)),
        "only-example": root("only-example", (*CA, constraints([dns("example.com")]))),
        "not-example": root("not-example", (*CA, constraints((), [dns("example.com")]))),
        "only-org-a": root("only-org-a", (*CA, constraints([directory(org("a"))]))),
        "only-org-a-hint": root("only-org-a-hint", (*CA, constraints([directory(org("a"))], critical=False))),
        "unknown-critical": root("unknown-critical", (*CA, ext("1.2.3.4", b"\x05\x00", True))),
        "rsa": root("rsa", CA, key=rsa.generate_private_key(65537, 2048), algorithm="rsa256"),
        "rsa-1024": root("rsa-1024", CA, key=rsa.generate_private_key(65537, 1024), algorithm="rsa256"),
        "pss": root("pss", CA, key=rsa.generate_private_key(65537, 2048), algorithm="pss256"),
        "p384": root("p384", CA, key=ec.generate_private_key(ec.SECP384R1()), algorithm="ecdsa384"),
        "p521": root("p521", CA, key=ec.generate_private_key(ec.SECP521R1()), algorithm="ecdsa512"),
        "ed25519": root("ed25519", CA, key=ed25519.Ed25519PrivateKey.generate(), algorithm="ed25519"),
    }
    usual, cases = roots["usual"], []
    def case(text, *chain): cases.append((text, chain))
    def leaf(subject=JANE, by=usual, extensions=USUAL, key=None, **more):
        return certificate(Party(subject, key), by, extensions, **more)
    def between(text, by=usual, extensions=CA, **more):
        return certificate(Party(name(cn(text))), by, extensions, **more)
    def named(text, *attributes): case("name-" + text, leaf(name(*attributes)))
    # Certificates of a plain kind.
    case("plain", leaf())
    case("version-1", leaf(extensions=(), version=1))
    case("version-1-between", leaf(by=(i := between("i")), extensions=(), version=1), i)
    case("version-2", leaf(extensions=(), version=2))
    case("version-3-bare", leaf(extensions=()))
    case("expired", leaf(end="20210101000000Z"))
    case("not-yet", leaf(begin="20440101000000Z"))
    case("far-end", leaf(end="99991231235959Z"))
    case("version-1-expired", leaf(extensions=(), version=1, end="20210101000000Z"))
    case("a-ca", leaf(extensions=(ca(), SIGN_CERTS, eku(CLIENT))))
    case("a-ca-between", leaf(by=(i := between("i")), extensions=(ca(), SIGN_CERTS, eku(CLIENT))), i)
    case("a-ca-for-servers", leaf(extensions=(ca(), SIGN_CERTS, eku(SERVER))))
    case("root-itself", roots["usual"])
    case("root-itself-expired", roots["old"])
    case("root-itself-no-ca", roots["no-ca"])
    case("root-itself-for-servers", roots["for-servers"])
    # What it may be used for.
    case("no-eku", leaf(extensions=(NO_CA, SIGN)))
    case("any-eku", leaf(extensions=(eku(ANY),)))
    case("server-eku", leaf(extensions=(eku(SERVER),)))
    case("both-eku", leaf(extensions=(eku(SERVER, CLIENT),)))
    case("critical-eku", leaf(extensions=(eku(CLIENT, critical=True),)))
    case("other-eku", leaf(extensions=(eku(OTHER),)))
    case("other-and-client-eku", leaf(extensions=(eku(OTHER, CLIENT),)))
    case("empty-eku", leaf(extensions=(ext("2.5.29.37", seq()),)))
    case("encipher-only", leaf(extensions=(NO_CA, ENCIPHER, eku(CLIENT))))
    case("unknown-critical", leaf(extensions=(*USUAL, ext("1.2.3.4", b"\x05\x00", True))))
    case("unknown-extension", leaf(extensions=(*USUAL, ext("1.2.3.4", b"\x05\x00"))))
    case("extension-twice", leaf(extensions=(*USUAL, eku(CLIENT))))
    case("policy-critical", leaf(extensions=(*USUAL, ext("2.5.29.32", seq(seq(oid("1.2.3.4"))), True))))
    # Issuers.
    for text in ("old", "version-1", "no-constraints", "no-ca", "no-signing", "no-usage", "for-servers", "for-clients", "path-0",
                 "unknown-critical", "rsa", "rsa-1024", "pss", "p384", "p521", "ed25519"):
        case("by-" + text, leaf(by=roots[text]))
    case("version-1-by-no-ca", leaf(by=roots["no-ca"], extensions=(), version=1))
    case("version-1-by-no-signing", leaf(by=roots["no-signing"], extensions=(), version=1))
    case("version-1-by-for-servers", leaf(by=roots["for-servers"], extensions=(), version=1))
    case("version-1-by-only-example", leaf(by=roots["only-example"], extensions=(), version=1))
    case("version-1-by-old", leaf(by=roots["old"], extensions=(), version=1))
    case("version-1-by-rsa", leaf(by=roots["rsa"], extensions=(), version=1))
    case("version-1-by-rsa-1024", leaf(by=roots["rsa-1024"], extensions=(), version=1))
    case("by-stranger", leaf(by=root("stranger", CA)))
    case("by-namesake", leaf(by=root("usual", CA)))
    case("version-1-by-namesake", leaf(by=root("usual", CA), extensions=(), version=1))
    case("self-signed", root("self", USUAL))
    case("between", leaf(by=(i := between("i"))), i)
    case("between-missing", leaf(by=between("i")))
    case("between-twice", leaf(by=(j := between("j", by=(i := between("i"))))), j, i)
    case("between-any-order", leaf(by=(j := between("j", by=(i := between("i"))))), i, j)
    case("between-path-0", leaf(by=(j := between("j", by=(i := between("i", extensions=(ca(0), SIGN_CERTS)))))), j, i)
    case("between-root-path-0", leaf(by=(i := between("i", by=roots["path-0"]))), i)
    case("between-no-ca", leaf(by=(i := between("i", extensions=(NO_CA, SIGN_CERTS)))), i)
    case("between-bare", leaf(by=(i := between("i", extensions=()))), i)
    case("between-version-1", leaf(by=(i := between("i", extensions=(), version=1))), i)
    case("between-no-signing", leaf(by=(i := between("i", extensions=(ca(), SIGN)))), i)
    case("between-no-usage", leaf(by=(i := between("i", extensions=(ca(),)))), i)
    case("between-for-servers", leaf(by=(i := between("i", extensions=(*CA, eku(SERVER))))), i)
    case("between-for-any", leaf(by=(i := between("i", extensions=(*CA, eku(ANY))))), i)
    case("between-expired", leaf(by=(i := between("i", end="20210101000000Z"))), i)
    case("between-by-old-root", leaf(by=(i := between("i", by=roots["old"]))), i)
    case("unneeded-sent", leaf(), between("i", end="20210101000000Z"))
    # Limits on names.
    case("only-example-none", leaf(by=roots["only-example"]))
    case("only-example-good", leaf(by=roots["only-example"], extensions=(*USUAL, sans(dns("a.example.com")))))
    case("only-example-bad", leaf(by=roots["only-example"], extensions=(*USUAL, sans(dns("a.example.org")))))
    case("only-example-email", leaf(by=roots["only-example"], extensions=(*USUAL, sans(email("a@example.org")))))
    case("not-example-none", leaf(by=roots["not-example"]))
    case("not-example-bad", leaf(by=roots["not-example"], extensions=(*USUAL, sans(dns("a.example.com")))))
    case("only-org-a-good", leaf(by=roots["only-org-a"]))
    case("only-org-a-bad", leaf(name(org("b"), cn("jane")), by=roots["only-org-a"]))
    case("only-org-a-hint-good", leaf(by=roots["only-org-a-hint"]))
    case("only-org-a-hint-bad", leaf(name(org("b"), cn("jane")), by=roots["only-org-a-hint"]))
    # Names.
    named("none")
    named("no-cn", org("a"))
    named("empty-cn", cn(""))
    named("two-cns", cn("first"), cn("last"))
    named("empty-last-cn", cn("first"), cn(""))
    named("orgs", org("one"), cn("jane"), org("two"), org("one"))
    named("empty-org", org(""), cn("jane"))
    case("name-multi-valued", leaf(seq(rdn(org("b"), org("a"), cn("jane")))))
    named("unusual", cn("\u00fc \u4e2d , + \" \\ < > ; # = \n \0 x"))
    named("space", cn(" jane "))
    named("long", cn("j" * 300), org("o" * 300))
    named("many-orgs", cn("jane"), *(org(f"g{n}") for n in range(300)))
    named("not-utf8", cn(b"\xff"))
    named("printable", cn("jane", PRINTABLE))
    named("printable-star", cn("j*&", PRINTABLE))
    named("printable-at", cn("j@x", PRINTABLE))
    named("printable-underscore", cn("j_x", PRINTABLE))
    named("ia5", cn("j@x", IA5))
    named("ia5-high", cn(b"\x80", IA5))
    named("numeric", cn("12 3", NUMERIC))
    named("numeric-bad", cn("12a", NUMERIC))
    named("teletex", cn(b"\xe9", TELETEX))
    named("bmp", cn("j\u00fc".encode("utf-16-be"), BMP))
    named("bmp-odd", cn(b"\0jx", BMP))
    named("bmp-surrogate", cn(b"\xd8\x3d\xde\x00", BMP))
    named("bmp-end", cn(b"\0j\0\0", BMP))
    named("universal", cn("j".encode("utf-32-be"), UNIVERSAL))
    named("visible", cn("jane", VISIBLE))
    named("integer", cn(b"\x05", INTEGER))
    named("other-integer", cn("jane"), attribute(SERIAL, b"\x05", INTEGER))
    named("other-not-utf8", cn("jane"), attribute(SERIAL, b"\xff"))
    named("uid", cn("jane"), attribute(UID, "u-1"))
    named("uid-empty", cn("jane"), attribute(UID, ""))
    named("uid-twice", cn("jane"), attribute(UID, "u-1"), attribute(UID, "u-2"))
    named("uid-integer", cn("jane"), attribute(UID, b"\x05", INTEGER))
    named("masters", org("system:masters"), cn("jane"))
    named("anonymous", cn("system:anonymous"))
    named("unauthenticated", cn("jane"), org("system:unauthenticated"))
    # Keys, signatures, numbers.
    case("key-rsa", leaf(key=rsa.generate_private_key(65537, 2048)))
    case("key-rsa-1024", leaf(key=rsa.generate_private_key(65537, 1024)))
    case("key-rsa-exponent-3", leaf(key=rsa.generate_private_key(3, 2048)))
    case("key-p384", leaf(key=ec.generate_private_key(ec.SECP384R1())))
    case("key-p521", leaf(key=ec.generate_private_key(ec.SECP521R1())))
    case("key-ed25519", leaf(key=ed25519.Ed25519PrivateKey.generate()))
    case("signed-sha1", leaf(by=(w := Party(usual.subject, usual.key, "ecdsa1"))))
    case("version-1-signed-sha1", leaf(by=w, extensions=(), version=1))
    case("rsa-signed-sha1", leaf(by=Party(roots["rsa"].subject, roots["rsa"].key, "rsa1")))
    case("rsa-signed-sha512", leaf(by=Party(roots["rsa"].subject, roots["rsa"].key, "rsa512")))
    case("p256-signed-sha384", leaf(by=Party(usual.subject, usual.key, "ecdsa384")))
    case("algorithms-differ", leaf(mark=ALGORITHMS["ecdsa384"]))
    case("serial-0", leaf(serial=integer(0)))
    case("serial-negative", leaf(serial=integer(-5)))
    case("serial-long", leaf(serial=integer(1 << 200)))
    broken = leaf()
    broken.der = broken.der[:-1] + bytes([broken.der[-1] ^ 1])
    case("signature-broken", broken)
    broken = leaf(extensions=(), version=1)
    broken.der = broken.der[:-1] + bytes([broken.der[-1] ^ 1])
    case("version-1-signature-broken", broken)
    return roots, cases

def pem(der): return f"-----BEGIN CERTIFICATE-----\n{base64.encodebytes(der).decode()}-----END CERTIFICATE-----\n"

def write(folder):
    roots, cases = make()
    open(f"{folder}/roots.pem", "w").write("".join(pem(r.der) for r in roots.values()))
    for text, chain in cases:
        open(f"{folder}/{text}.pem", "w").write("".join(pem(c.der) for c in chain))
        key = chain[0].key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        open(f"{folder}/{text}.key", "wb").write(key)
    chains = (f"# {text}\n" + "".join(pem(c.der) for c in chain) for text, chain in cases)
    open(f"{folder}/chains.pem", "w").write("".join(chains))

# -- asking -----------------------------------------------------------------------------------------------------------------------------

def ask(folder):
    config = open(os.environ["KUBECONFIG"]).read()
    host, port = re.search(r"server: ['\"]?https://([^\s'\"]+):(\d+)", config).groups()
    for text in re.findall(r"^# (.*)$", open(f"{folder}/chains.pem").read(), re.M):
        print(text, verdict(host, int(port), f"{folder}/{text}"), flush=True)

def verdict(host, port, pair):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    try:
        context.load_cert_chain(pair + ".pem", pair + ".key")
    except ssl.SSLError as error:
        return f"untold: the client's library cannot load it"
    try:
        connection = http.client.HTTPSConnection(host, port, context=context, timeout=10)
        body = json.dumps({"apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview"})
        connection.request("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        told = json.loads(answer.read())
    except (OSError, http.client.HTTPException) as error:
        return "no handshake"
    if answer.status == 201:
        user = told["status"]["userInfo"]
        return "user " + json.dumps([user.get("username", ""), user.get("uid", ""), user.get("groups", [])])
    return f"{answer.status}" + (" " + told["message"].split('"')[1] if answer.status == 403 else "")

{"make": write, "ask": ask}[sys.argv[1]](sys.argv[2])
