# Sourced by scripts/up and scripts/test: makes sure that the tools of a step are there, installing them where a package manager
# allows it, and says plainly what is missing otherwise. Must not change anything when the tools are present.

die() { echo "error: $*" >&2; exit 1; }

have() { command -v "$1" >/dev/null 2>&1; }

apt_install() {
  have apt-get && [ "$(id -u)" = 0 ] || die "missing: $*. Install these packages and try again."
  DEBIAN_FRONTEND=noninteractive apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

need_c_compiler() { have cc && have make || apt_install gcc libc6-dev make; }

need_cxx_compiler() { have c++ || apt_install g++; }

# rust-toolchain.toml names the release; rustup installs it on the first cargo call.
need_rust() {
  [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
  have cargo || apt_install rustup || die "cargo is missing: install Rust $(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml) with rustup"
}

need_go() {
  have go || die "go is missing: the conformance tools build upstream's programs with Go 1.26 or later"
}

need_small_disks() {
  have mkfs.ext4 || apt_install e2fsprogs
  have unshare && have mount || apt_install util-linux mount
}

need_network_namespaces() {
  have ip || apt_install iproute2
  [ "$(id -u)" = 0 ] || die "network namespaces need root: the reference server runs in one so that no packet leaves the machine"
}
