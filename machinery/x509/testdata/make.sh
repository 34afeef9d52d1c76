#!/bin/sh
# Makes the certificates in this folder with OpenSSL, an encoder that is not ours. Run it here; the result is committed, because
# the keys are thrown away. All are valid from 2026-01-01 to 2027-01-01 unless the name says otherwise.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/new"
cat > "$work/ca.cnf" <<END
oid_section = oids
[oids]
kubernetesUser = 1.3.6.1.4.1.57683.2
[ca]
default_ca = this
[this]
dir = $work
new_certs_dir = $work/new
database = $work/index
serial = $work/serial
default_md = sha256
policy = any
copy_extensions = none
unique_subject = no
preserve = yes
[any]
commonName = optional
organizationName = optional
[req]
distinguished_name = dn
[dn]
[ca_ext]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign,digitalSignature
subjectKeyIdentifier = hash
[client]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth
[any_usage]
extendedKeyUsage = anyExtendedKeyUsage
[no_usage]
basicConstraints = CA:FALSE
[server]
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost,DNS:kubernetes.default,IP:127.0.0.1,IP:::1,email:a@b.example,URI:spiffe://x/y
END
: > "$work/index"
echo 01 > "$work/serial"
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$work/$1.key"; }
# make NAME SUBJECT EXTENSIONS ISSUER START END
make() {
  key "$1"
  openssl req -new -utf8 -multivalue-rdn -config "$work/ca.cnf" -key "$work/$1.key" -subj "$2" -out "$work/$1.csr"
  if [ "$4" = self ]; then sign="-selfsign -keyfile $work/$1.key"; else sign="-cert $4.pem -keyfile $work/$4.key"; fi
  # shellcheck disable=SC2086
  openssl ca -batch -notext -preserveDN -config "$work/ca.cnf" -extensions "$3" -startdate "$5" -enddate "$6" $sign \
    -in "$work/$1.csr" -out "$1.pem" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
}
from=20260101000000Z
to=20270101000000Z
make ca /CN=test-ca ca_ext self $from $to
make other-ca /CN=test-ca ca_ext self $from $to
make ended-ca /CN=ended-ca ca_ext self $from 20260201000000Z
make intermediate /CN=intermediate ca_ext ca $from 20260701000000Z
make plain /O=system:masters/CN=jane client ca $from $to
make several-rdns /O=one/O=two/CN=jane/O=three client ca $from $to
make one-multi-valued-rdn /O=one+O=two+O=three/CN=jane client ca $from $to
make no-groups /CN=jane client ca $from $to
make no-name /O=one client ca $from $to
make two-common-names /CN=first/CN=last client ca $from $to
make uid /CN=jane/kubernetesUser=abc-123 client ca $from $to
make two-uids /CN=jane/kubernetesUser=a/kubernetesUser=b client ca $from $to
make server /CN=jane server ca $from $to
make any-usage /CN=jane any_usage ca $from $to
make no-usage /CN=jane no_usage ca $from $to
make by-intermediate /O=one/CN=jane client intermediate $from $to
make by-other-ca /O=one/CN=jane client other-ca $from $to
make by-ended-ca /O=one/CN=jane client ended-ca $from $to
