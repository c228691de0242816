#!/usr/bin/env bash
# Installs what is missing, builds everything, runs every test; closes on ctest's summary.
# Usage: tests/run.sh [ctest arguments]
#   tests/run.sh           everything: an hour on two cores when nothing is built yet
#   tests/run.sh -LE long  without what takes minutes each (the fuzzers, keepalived's dumps of every file)
#   tests/run.sh -L unit   the quick ones; -R vrrp: those with vrrp in their names
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

[ "$(uname -s)" = Linux ] || { echo "tests/run.sh: the tests need Linux (network namespaces)." >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "tests/run.sh: needs root: the lab tests make network namespaces. Run: sudo tests/run.sh" >&2; exit 1; }

installer/install-dependencies
cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev --parallel 2 "$@"
