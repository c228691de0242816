#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, for checks_bench: what all processes of an engine cost that checks the servers of
# checks.conf by TCP, once a second each. Lines "ours TICKS CHECKS" and "theirs TICKS CHECKS" in FOLDER/cost, ROUNDS times by
# turns: hundredths of a second of processor time, and connections that were made, during SECONDS.
. "${0%/*}/../lab/uml_begin.sh"
load ipv6 ip_vs ip_vs_rr
"$BIN/checks_bench" serve &

connections() { awk '$1 == "Tcp:" && $6 ~ /^[0-9]+$/ {print $7}' /proc/net/snmp; } # PassiveOpens
ticks() { # PROGRAM: of all its processes
    local sum=0 link pid words
    for link in /proc/[0-9]*/exe; do
        [ "$(readlink "$link")" = "$1" ] || continue
        pid=${link%/exe}
        words=($(sed 's/^.*) //' "$pid/stat"))
        sum=$((sum + words[11] + words[12]))
    done
    echo $sum
}
measure() { # WHO COMMAND
    local who=$1 program cost checks engine
    program=$(readlink -f "$2")
    shift
    "$@" &
    engine=$!
    sleep "$SETTLING"
    cost=$(ticks "$program") checks=$(connections)
    sleep "$SECONDS_EACH"
    echo "$who $(($(ticks "$program") - cost)) $(($(connections) - checks))" >>/mnt/cost
    kill $engine
    wait $engine
}
for ((round = 0; round < ROUNDS; round++)); do
    measure ours "$BIN/twinhelmd" --foreground --no-listen --config /mnt/checks.conf --runtime-dir /run/th \
        --state-dir /tmp/th >>/mnt/ours.log 2>&1
    measure theirs /usr/sbin/keepalived -n -l -C -f /mnt/checks.conf >>/mnt/theirs.log 2>&1
done
echo o >/proc/sysrq-trigger
sleep 5
