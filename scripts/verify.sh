#!/usr/bin/env bash
# What takes longer than `make test` allows.
source "$(dirname "$0")/env.sh"

main() {
  licences
  reproducible_build
}

# Every component that is shipped has a known licence that is allowed.
licences() {
  local folder
  cargo fetch --quiet --locked || die "cargo could not fetch the dependencies"
  folder=$(mktemp -d)
  node scripts/components.mjs "$folder" || { rm -rf "$folder"; die "the licences are not in order"; }
  rm -rf "$folder"
}

# Two builds from two folders with nothing in common must give the same bytes.
reproducible_build() {
  # The copies have no git.
  KB_COMMIT=$(node scripts/build-identity.mjs)
  export KB_COMMIT
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  say "reproducible build: two builds in $work"
  build_copy "$work/first"
  build_copy "$work/a longer path/second"
  if ! diff "$work/first.sums" "$work/second.sums"; then
    die "the two builds differ in the files above"
  fi
  # The list that goes with the files says the same.
  if ! cmp "$work/first/dist/SHA256SUMS" "$work/a longer path/second/dist/SHA256SUMS"; then
    die "the two lists of checksums differ"
  fi
  (cd "$work/first/dist" && sha256sum --check --quiet --strict SHA256SUMS) || die "the checksums are not those of the files"
  refuse_machine_paths "$work/first/dist"
  say "reproducible build: $(wc -l <"$work/first.sums") files are the same in both"
}

build_copy() {
  local copy=$1
  mkdir -p "$copy"
  git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- --ignore-failed-read -cf - | tar -xf - -C "$copy"
  ln -s "$root/node_modules" "$copy/node_modules"
  env -u CARGO_TARGET_DIR "$copy/scripts/build.sh" --release >"$work/log" 2>&1 || { tail -30 "$work/log" >&2; die "a build failed"; }
  (cd "$copy" && node scripts/single-file.mjs >/dev/null && node scripts/complete-dist.mjs >/dev/null)
  (cd "$copy/dist" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$work/$(basename "$copy").sums"
  rm -rf "$copy/target"
}

refuse_machine_paths() {
  local found
  found=$(grep -rlaF -e "$work" -e "$HOME/" "$1" || true)
  [ -z "$found" ] || die "a path of this machine stands in: $found"
}

main
