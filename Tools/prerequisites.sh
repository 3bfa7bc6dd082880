#!/bin/sh
# Installs the system packages that are missing, and says which. Run it as often as you like.
#
# Usage: Tools/prerequisites.sh run     what building and running need
#        Tools/prerequisites.sh test    what the tests need as well
#        Tools/prerequisites.sh soak    what killing it on purpose needs
#        Tools/prerequisites.sh bench   what the peers in Benchmarks/ need beside what running needs
set -eu

purpose=${1:-run}
packages="ca-certificates pkg-config tzdata fonts-liberation2
    libcurl4-openssl-dev libssl-dev libharfbuzz-dev libfribidi-dev libdeflate-dev libphonenumber-dev
    libsqlite3-dev"
case $purpose in
    run) ;;
    test) packages="$packages poppler-utils qpdf openssl python3 python3-venv strace util-linux" ;;
    soak) packages="$packages python3 postfix strace" ;;
    bench) packages="$packages python3 python3-venv libpango1.0-dev libcairo2-dev
        postfix nginx-light wrk curl" ;;
    *) echo "usage: $0 run|test|soak|bench" >&2; exit 2 ;;
esac

fail() {
    for line in "$@"; do echo "prerequisites: $line" >&2; done
    exit 1
}

for tool in git make swift; do
    command -v "$tool" > /dev/null 2>&1 || fail "'$tool' is not in PATH." \
        "Needed first: Swift 6.2 or later (https://www.swift.org/install), git and make."
done

version=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
[ -n "$version" ] || fail "'swift --version' does not say a version. Is the toolchain complete?"
major=${version% *} minor=${version#* }
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    fail "Swift $major.$minor is too old: 6.2 or later is needed (https://www.swift.org/install)."
fi

is_debian=no
if command -v dpkg-query > /dev/null 2>&1 && command -v apt-get > /dev/null 2>&1; then is_debian=yes; fi

is_installed() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" 2> /dev/null | grep -qx installed
}

if [ "$is_debian" = no ]; then
    fail "this is not Debian or Ubuntu, so nothing can be installed or checked here." \
        "Debian's names of what is needed:" "$(echo $packages) g++" \
        "Install their counterparts, then run: swift build -c release --product recours"
fi

missing=
for package in $packages; do
    is_installed "$package" || missing="$missing $package"
done
# libphonenumber's headers are C++. Swift's compiler takes the standard library of the newest GCC it finds,
# whose package name depends on the release; any one will do.
is_installed 'libstdc++-*-dev' || missing="$missing g++"
missing=${missing# }

if [ -z "$missing" ]; then
    echo "prerequisites: all system packages are there."
    exit 0
fi

install="apt-get install -y --no-install-recommends $missing"
if [ "$(id -u)" -eq 0 ]; then
    sudo=
elif command -v sudo > /dev/null 2>&1; then
    sudo=sudo
else
    fail "missing: $missing" "You are not root and there is no sudo. As root, run:" \
        "apt-get update && $install"
fi

as_root() { $sudo "$@"; }
apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}
install_missing() { apt install -y --no-install-recommends $missing; }

# A package that brings a service must not start it here.
policy=/usr/sbin/policy-rc.d
made_policy=no
remove_policy() { [ "$made_policy" = no ] || as_root rm -f "$policy"; }
trap remove_policy EXIT
trap 'exit 130' INT TERM

echo "Installing${sudo:+ (with sudo)}: $missing"
if [ ! -e "$policy" ]; then
    made_policy=yes
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" > /dev/null
    as_root chmod 755 "$policy"
fi
# Lists that are absent or stale show in the first try; then, and only then, they are fetched.
if ! install_missing > /dev/null 2>&1; then
    apt update || fail "apt-get update failed. Is the network there? Still missing: $missing"
    install_missing || fail "apt-get could not install: $missing" "By hand: apt-get update && $install"
fi
for package in $missing; do
    is_installed "$package" || fail "$package is still not installed. By hand: $install"
done
echo "prerequisites: installed."
