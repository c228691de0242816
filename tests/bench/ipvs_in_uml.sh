#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, for ipvs_bench: how long it takes from the start of a program until the table
# has DESTINATIONS destinations, in milliseconds, ROUNDS times by turns: lines "ours N", "theirs N" and "driver N" in
# FOLDER/took. The driver does the table's part alone.
. "${0%/*}/../lab/uml_begin.sh"
load ipv6 ip_vs ip_vs_wlc
mkfifo /tmp/clock

# In a network of its own, since the kernel remembers for a while what was removed, and looks there first.
measure() { # NAME COMMAND: until the table is full
    local name=$1 clock from try
    shift
    ip link set lo up
    mount -t tmpfs tmpfs /run
    exec {clock}<>/tmp/clock
    from=${EPOCHREALTIME/./}
    "$@" &
    for ((try = 0; try < 600; try++)); do
        [ "$(grep -c -- '->' /proc/net/ip_vs)" -gt "$DESTINATIONS" ] && break # one is the title
        # A program's own start costs a kernel like this much, so waiting is the shell's.
        read -rt 0.05 -u "$clock" _
    done
    [ $try -lt 600 ] && echo "$name $(((${EPOCHREALTIME/./} - from) / 1000))" >>/mnt/took
    [ "$name" != driver ] || wait
}
export -f measure
alone() { unshare -n -m -p -f --kill-child --mount-proc --propagation private bash -c 'measure "$@"' measure "$@"; }
for ((round = 0; round < ROUNDS; round++)); do
    alone driver "$BIN/ipvs_driver" apply /mnt/large.conf >>/mnt/driver.log 2>&1
    alone ours "$BIN/twinhelmd" --foreground --no-listen --config /mnt/large.conf --runtime-dir /run/ours \
        --state-dir /run/state >/mnt/ours.log 2>&1
    alone theirs keepalived -n -l -C -f /mnt/large.conf >/mnt/theirs.log 2>&1
done
echo o >/proc/sysrq-trigger
sleep 5
