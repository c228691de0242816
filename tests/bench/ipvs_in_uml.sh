#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, for ipvs_bench: how long it takes from the start of a program until the table
# has DESTINATIONS destinations, in milliseconds, ROUNDS times by turns: lines "ours N" and "theirs N" in FOLDER/took.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mount -t proc proc /proc
mount -t hostfs none /mnt -o "$FOLDER"
mount -t tmpfs tmpfs /tmp
mount -t sysfs sys /sys
mount -t tmpfs tmpfs /run
kernel=$(uname -r)
mount -t tmpfs tmpfs /lib/modules
mkdir -p "/lib/modules/$kernel"
mount --bind "/usr/lib/uml/modules/$kernel" "/lib/modules/$kernel"
for module in ipv6 ip_vs ip_vs_wlc; do modprobe $module; done
ip link set lo up
mkfifo /tmp/clock
exec {clock}<>/tmp/clock
# A program's own start costs a kernel like this much, so waiting is the shell's.
pause() { read -rt "$1" -u "$clock" _; }

measure() { # NAME COMMAND: until the table is full, then until it is empty again
    local name=$1 from=${EPOCHREALTIME/./} try
    shift
    "$@" &
    for ((try = 0; try < 600; try++)); do
        [ "$(grep -c -- '->' /proc/net/ip_vs)" -gt "$DESTINATIONS" ] && break # one is the title
        pause 0.05
    done
    [ $try -lt 600 ] && echo "$name $(((${EPOCHREALTIME/./} - from) / 1000))" >>/mnt/took
}
for ((round = 0; round < ROUNDS; round++)); do
    measure ours "$BIN/ipvs_driver" apply /mnt/large.conf >>/mnt/ours.log 2>&1
    wait
    "$BIN/ipvs_driver" flush
    measure theirs keepalived -n -l -C -p /run/ka -c /run/kc -f /mnt/large.conf >/mnt/theirs.log 2>&1
    kill -9 $(pgrep keepalived)
    wait
    "$BIN/ipvs_driver" flush
done
echo o >/proc/sysrq-trigger
sleep 5
