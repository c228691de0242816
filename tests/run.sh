#!/usr/bin/env bash
# Installs what is missing, builds everything, runs every test; closes on ctest's summary.
# Usage: tests/run.sh [ctest arguments, for instance -L unit or -R vrrp]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

[ "$(uname -s)" = Linux ] || { echo "tests/run.sh: the tests need Linux (network namespaces)." >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "tests/run.sh: needs root: the lab tests make network namespaces. Run: sudo tests/run.sh" >&2; exit 1; }

installer/install-dependencies
cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev --parallel 2 "$@"
