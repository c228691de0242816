#!/usr/bin/env bash
# Installs what is missing, builds everything, runs every test; closes on ctest's summary.
# Usage: tests/run.sh [ctest arguments, for instance -L unit or -R vrrp; -L long for what takes minutes each]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

[ "$(uname -s)" = Linux ] || { echo "tests/run.sh: the tests need Linux (network namespaces)." >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "tests/run.sh: needs root: the lab tests make network namespaces. Run: sudo tests/run.sh" >&2; exit 1; }

installer/install-dependencies
# The fuzzers compile common a second time, with sanitizers.
case " $* " in *" long "* | *fuzz*) fuzz=ON ;; *) fuzz=OFF ;; esac
cmake --preset dev -DTWINHELM_FUZZ="$fuzz"
cmake --build --preset dev
[ $# -gt 0 ] || set -- -LE long
exec ctest --preset dev --parallel 2 "$@"
