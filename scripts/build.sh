#!/usr/bin/env bash
# Builds the hosted edition into dist/: scripts/build.sh [--release|--dev]. Does nothing when nothing changed.
source "$(dirname "$0")/env.sh"

mode=${1:---release}
case $mode in
  --release) trunk_flags=(--offline --release) ;;
  --dev) trunk_flags=(--offline) ;;
  *) die "unknown option $mode; use --release or --dev" ;;
esac

inputs=(src style public scripts index.html Trunk.toml Cargo.toml Cargo.lock build.rs package-lock.json)
stamp=target/built$mode
made_by="$(wasm_rust) $(rustc --version) $(command -v trunk) $(command -v wasm-bindgen)"

# A page that names the wrong commit would be a lie.
if [ "$mode" = --release ]; then made_by+=" $(node scripts/build-identity.mjs)"; fi

# The stamp is as old as the moment the last build began, and goes when a build of the other kind begins.
if [ -e dist/index.html ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made_by" ] \
  && [ -z "$(find "${inputs[@]}" -newer "$stamp" | head -n 1)" ]; then
  say "dist/ is up to date"
  exit
fi

say "building the app (${mode#--})"
use_wasm_rust
rm -f target/built--release target/built--dev
# trunk copies all of this folder's snippets, also those of former builds.
rm -rf target/wasm-bindgen
mkdir -p target
began=$(mktemp target/began-XXXXXX)
echo "$made_by" >"$began"
# NO_COLOR=1, which many terminals set, is a value that trunk refuses.
if ! env -u NO_COLOR RUST_BACKTRACE=0 trunk build "${trunk_flags[@]}"; then
  rm -f "$began"
  die "the build failed"
fi
mv "$began" "$stamp"
