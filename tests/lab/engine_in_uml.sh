#!/bin/bash
# Runs inside of a User-Mode-Linux kernel whose network card is the front interface of a host of the lab: our engine
# alone, as in a virtual machine. ADDRESS: of the card; VIP: looked for each 50 ms, "held" or "free" stands in the file
# "vip"; FOLDER: where files and logs go, with the configuration; BIN: where our programs are. Ends when "end" appears.
# The machine's files are read-only here.
. "${0%/*}/uml_begin.sh"
mount -t tmpfs tmpfs /var/lib
ip addr add "$ADDRESS/24" dev vec0
ip link set vec0 up
"$BIN/twinhelmd" --foreground --config /mnt/keepalived.conf --config-id lb01 --no-listen >>/mnt/engine.log 2>&1 &
engine=$!
until [ -e /mnt/end ]; do
    if [ -n "$(ip -o addr show to "$VIP")" ]; then echo held; else echo free; fi >/mnt/vip.new
    mv /mnt/vip.new /mnt/vip
    sleep 0.05
done
kill -TERM $engine
wait $engine
echo o >/proc/sysrq-trigger
sleep 5
