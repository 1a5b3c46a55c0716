#!/usr/bin/env bash
# Sets up what building needs, and with --browsers also what testing needs. Repeats nothing.
source "$(dirname "$0")/env.sh"

main() {
  prerequisites
  node_packages
  wasm_target
  cargo_tool wasm-bindgen-cli "$wasm_bindgen_version" wasm-bindgen
  cargo_tool trunk "$trunk_version" trunk
  if [ "${1:-}" = --browsers ]; then
    lint_tools
    browsers
    office
  fi
}

prerequisites() {
  local minimum_node=20
  command -v cargo >/dev/null || die "please install Rust with rustup (https://rustup.rs), then run this again"
  command -v cc >/dev/null || debian_install gcc libc6-dev
  command -v node >/dev/null || die "please install Node.js $minimum_node or newer (https://nodejs.org), then run this again"
  local node_major
  node_major=$(node --print 'process.versions.node.split(".")[0]')
  [ "$node_major" -ge "$minimum_node" ] || die "Node.js $minimum_node or newer is needed, this is $(node --version)"
  command -v npm >/dev/null || die "please install npm (it comes with Node.js), then run this again"
  [ -n "$trunk_version" ] || die "Trunk.toml names no trunk-version"
  [ -n "$wasm_bindgen_version" ] || die "Cargo.lock holds no wasm-bindgen"
}

# npm writes node_modules/.package-lock.json last, so its age tells whether the lock file has changed since.
node_packages() {
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "installing the npm packages"
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
}

wasm_target() {
  [ "$(wasm_rust)" = own ] && return
  # A failed attempt is remembered for this compiler, as long as Debian's stands in for it.
  local failed
  failed=$cache/no-wasm-target-$(rustc --version | tr -c 'A-Za-z0-9.\n' '-')
  if command -v rustup >/dev/null && ! { [ -e "$failed" ] && [ "$(wasm_rust)" = debian ]; }; then
    say "adding the target wasm32-unknown-unknown with rustup"
    if in_time rustup target add wasm32-unknown-unknown 2>/dev/null; then return; fi
    mkdir -p "$cache" && touch "$failed"
    say "rustup could not add it; Debian's Rust compiles the standard library instead"
  fi
  [ "$(wasm_rust)" = debian ] && return
  grep -qs '^ID=debian$' /etc/os-release || die "please run: rustup target add wasm32-unknown-unknown"
  debian_install "${debian_rust_packages[@]}"
  [ -x "$debian_linker" ] || debian_install "$(readlink "$debian_linker")"
}

# A server that never answers must not hold up the set-up for good.
in_time() {
  if command -v timeout >/dev/null; then timeout 300 "$@"; else "$@"; fi
}

# Installs one tool into its own folder; a half-finished one is never left there.
cargo_tool() {
  local name=$1 version=$2 binary=$3
  local home=$cache/$name-$version
  [ -x "$home/bin/$binary" ] && return
  say "building $name $version (a few minutes, once per machine)"
  mkdir -p "$cache"
  local work
  work=$(mktemp -d "$cache/building-XXXXXX")
  # With the dependencies that the tool's author locked; where a registry lacks one of them, with what it has.
  if ! cargo_install "$work" "$name" "$version" --locked; then
    say "trying again without the locked dependencies of $name"
    if ! cargo_install "$work" "$name" "$version"; then
      rm -rf "$work"
      die "cargo could not install $name $version"
    fi
  fi
  rm -rf "$home"
  mv "$work/root" "$home"
  rm -rf "$work"
}

cargo_install() {
  local work=$1 name=$2 version=$3
  shift 3
  (
    # Outside the project, whose configuration is not the tool's.
    cd "$work"
    env -u CARGO_ENCODED_RUSTFLAGS -u RUSTFLAGS CARGO_TARGET_DIR="$work/target" CARGO_PROFILE_DEV_DEBUG=0 \
      cargo install --quiet --debug --root "$work/root" --version "=$version" "$@" "$name"
  )
}

lint_tools() {
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
  say "adding rustfmt and clippy with rustup"
  rustup component add rustfmt clippy || die "please install rustfmt and clippy, then run this again"
}

browsers() {
  find_browsers
  { [ -n "$CHROMIUM" ] && [ -n "$CHROMEDRIVER" ]; } || debian_install chromium chromium-driver
  [ -n "$FIREFOX" ] || debian_install firefox-esr
  { [ -n "$WEBKITDRIVER" ] && [ -n "$MINIBROWSER" ]; } || debian_install webkit2gtk-driver
  [ -n "$XVFB" ] || debian_install xvfb
  [ -n "$GECKODRIVER" ] || cargo_tool geckodriver "$geckodriver_version" geckodriver
}

# The tests let it open and save the workbooks and the Word documents that the app writes.
office() {
  command -v soffice >/dev/null || debian_install libreoffice-calc-nogui libreoffice-writer-nogui
  # Debian parts them: Calc can be there without Writer.
  local program
  program=$(dirname "$(readlink -f "$(command -v soffice)")")
  if [ -e "$program/libsclo.so" ] && ! [ -e "$program/libswlo.so" ]; then
    debian_install libreoffice-writer-nogui
  fi
}

main "$@"
