#!/usr/bin/env bash
# Twinhelm in one command: installs what is missing, builds, starts a pair of balancers in network namespaces of this
# machine and opens the console on it. Nothing outside of the namespaces is touched; all is gone when it ends.
# Usage: installer/demo.sh              the window, on your display
#        installer/demo.sh --headless   under Xvfb: imports both pairs of the manual, edits, deploys, measures the
#                                       failover, and leaves screenshots and report.json in demo-output/
#        --output DIR                   where to leave them
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

headless=no
output=$root/demo-output
while [ $# -gt 0 ]; do
    case $1 in
    --headless) headless=yes ;;
    --output) output=${2:?--output needs a folder}; shift ;;
    -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit ;;
    *) echo "demo.sh: I do not know '$1'; try --help" >&2; exit 2 ;;
    esac
    shift
done

if [ "$(id -u)" -ne 0 ]; then
    echo "demo.sh: the demo makes network namespaces, which needs root; asking sudo." >&2
    [ "$headless" = no ] || set -- --headless
    exec sudo --preserve-env=DISPLAY,XAUTHORITY,WAYLAND_DISPLAY,XDG_RUNTIME_DIR "$0" "$@" --output "$output"
fi

cd "$root"
installer/install-dependencies
cmake --preset dev
cmake --build --preset dev --target twinhelm-demo twinhelmd twinhelmctl
mkdir -p "$output"

if [ "$headless" = yes ]; then
    exec xvfb-run -a -s "-screen 0 1440x900x24" build/dev/bin/twinhelm-demo --headless --output "$output"
fi
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "demo.sh: there is no display here. Run it from a desktop session, or use --headless." >&2
    exit 1
fi
exec build/dev/bin/twinhelm-demo --output "$output"
