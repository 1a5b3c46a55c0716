# Sourced by the other scripts: where things are, which versions, and small shared functions.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '== %s\n' "$*"; }
die() { printf 'kommunebenchmark: %s\n' "$*" >&2; exit 1; }

# Every version stands in one place: Trunk.toml, Cargo.lock, package-lock.json, and geckodriver here.
trunk_version=$(sed -n 's/^trunk-version = "=\(.*\)"$/\1/p' Trunk.toml)
wasm_bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock)
geckodriver_version=0.36.0

# Tools live outside the clone, each version in its own folder, so that a fresh clone finds them.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kommunebenchmark
PATH=$root/scripts/bin:$cache/trunk-$trunk_version/bin:$cache/wasm-bindgen-cli-$wasm_bindgen_version/bin:$cache/geckodriver-$geckodriver_version/bin:$root/node_modules/.bin:$PATH
export PATH

debian_rust_packages=(rustc-web cargo-web rust-web-src rust-web-llvm)
debian_linker=/usr/bin/rust-lld # a link into the package of that name, which nothing depends on

debian_installed() {
  command -v dpkg-query >/dev/null || return 1
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || return 1
  done
}

# apt only as root on Debian; elsewhere one line says what to install.
debian_install() {
  debian_installed "$@" && return
  local wanted="install the Debian packages: $*"
  command -v apt-get >/dev/null || die "please $wanted (or what your system calls them), then run this again"
  [ "$(id -u)" = 0 ] || die "please $wanted (sudo apt-get install $*), then run this again"
  say "installing with apt: $*"
  DEBIAN_FRONTEND=noninteractive apt-get update -qq || die "apt-get update failed; $wanted"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || die "apt-get could not $wanted"
}

# The compiler that builds WebAssembly: "own" is the ordinary one with the wasm32 target;
# "debian" is Debian's rustc-web, which compiles std itself. KB_WASM_RUST chooses by hand.
wasm_rust() {
  if [ -n "${KB_WASM_RUST:-}" ]; then
    echo "$KB_WASM_RUST"
  elif [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
    echo own
  elif [ -x "$debian_linker" ] && debian_installed "${debian_rust_packages[@]}"; then
    echo debian
  else
    echo none
  fi
}

# Prepares the environment of every WebAssembly compilation.
use_wasm_rust() {
  case $(wasm_rust) in
    own) ;;
    debian)
      # Only cargo and rustc: the rest of /usr/bin must not come before the user's own tools.
      local links=$cache/debian-rust/bin
      mkdir -p "$links"
      ln -sfn /usr/bin/cargo "$links/cargo"
      ln -sfn /usr/bin/rustc "$links/rustc"
      export PATH="$links:$PATH" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
      export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
      unset CARGO RUSTUP_TOOLCHAIN
      cargo fetch --quiet --locked --target wasm32-unknown-unknown \
        --manifest-path "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml" \
        || die "cargo could not fetch what the standard library needs"
      ;;
    *) die "no compiler for wasm32-unknown-unknown: run scripts/setup.sh" ;;
  esac
  remap_paths
}

# No path of this machine stays in the result, so two machines build the same bytes.
remap_paths() {
  cargo fetch --quiet || die "cargo could not fetch the dependencies"
  local flags="--remap-path-prefix=$root=kommunebenchmark"
  flags+=$'\x1f'"--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=rust"
  local source
  for source in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
    flags+=$'\x1f'"--remap-path-prefix=${source%/}=crates"
  done
  # Leptos: one code path for all views of a kind instead of one for each.
  flags+=$'\x1f'"--cfg=erase_components"
  export CARGO_ENCODED_RUSTFLAGS=$flags
}

# The browsers and drivers of the tests, each overridable by the variable of the same name.
find_browsers() {
  CHROMIUM=${CHROMIUM:-$(first_command chromium chromium-browser google-chrome)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first_command chromedriver)}
  FIREFOX=${FIREFOX:-$(first_command firefox-esr firefox)}
  GECKODRIVER=${GECKODRIVER:-$(first_command geckodriver)}
  WEBKITDRIVER=${WEBKITDRIVER:-$(first_command WebKitWebDriver)}
  MINIBROWSER=${MINIBROWSER:-$(first_file /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/libexec/webkit2gtk-4.1/MiniBrowser)}
  XVFB=${XVFB:-$(first_command Xvfb)}
  export CHROMIUM CHROMEDRIVER FIREFOX GECKODRIVER WEBKITDRIVER MINIBROWSER XVFB
}

first_command() {
  local name
  for name in "$@"; do command -v "$name" && return; done
  return 0
}

first_file() {
  local file
  for file in "$@"; do [ -x "$file" ] && echo "$file" && return; done
  return 0
}
