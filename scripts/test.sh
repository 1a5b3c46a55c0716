#!/usr/bin/env bash
# Everything that must hold before a change is merged. Stops at the first step that fails, and names it.
source "$(dirname "$0")/env.sh"

summary=()

step() {
  local name=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  # Not `if step`, which would switch off `set -e` inside the functions called here.
  set +e
  (set -e; "$@")
  local status=$?
  set -e
  summary+=("$(printf '%-8s %4d s  %s' "$([ $status = 0 ] && echo passed || echo FAILED)" $((SECONDS - began)) "$name")")
  [ $status = 0 ] && return
  print_summary
  die "failed: $name"
}

print_summary() {
  printf '\n== summary\n'
  printf '%s\n' "${summary[@]}"
}

lint() {
  cargo clippy --locked --all-targets "$@" -- -D warnings
}

wasm_tests() {
  find_browsers
  # The runner would prefer Firefox where it knows its driver.
  unset GECKODRIVER
  use_wasm_rust
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
  # A slow machine needs longer than the runner's 20 seconds.
  export WASM_BINDGEN_TEST_TIMEOUT=120
  cargo test --locked --target wasm32-unknown-unknown --no-default-features --features web --test wasm
}

end_to_end() {
  find_browsers
  node tests/e2e/run.mjs
}

step "set-up" scripts/setup.sh --browsers
step "formatting" cargo fmt --check
step "lint: command line" lint
step "lint: app" lint --no-default-features --features web
step "lint: documents worker" lint --no-default-features --features documents
step "native tests" cargo test --locked
step "native tests: app and worker" cargo test --locked --lib --no-default-features --features web,documents
step "WebAssembly tests" wasm_tests
step "release build" scripts/build.sh --release
step "single-file edition" node scripts/single-file.mjs
step "checksums and compressed files" node scripts/complete-dist.mjs
step "size" node scripts/size.mjs
step "end to end" end_to_end
print_summary
