#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, which has ipvlan and VRFs as modules: pairs on such links, one with two
# engines of ours and one with keepalived. Writes to the file "said" who holds the address while the weaker one is alone,
# after the start of the stronger, after its end and after its return, a line each: "ipvlan start lb1". FOLDER: where logs go; BIN: where our programs are.
# The machine's files are read-only here.
. "${0%/*}/uml_begin.sh"
mount -t tmpfs tmpfs /var/lib
mkdir /run/netns
load veth bridge macvlan ipvlan vrf nf_tables
say() { echo "$*" >>/mnt/said; }

host() { # NAME NUMBER BRIDGE
    ip netns add "$1"
    ip -n "$1" link set lo up
    ip link add "p$1" type veth peer name eth0 netns "$1"
    ip link set "p$1" master "$3" up
    ip -n "$1" addr add "10.77.0.$2/24" dev eth0
    ip -n "$1" link set eth0 up
}

config() { # NAME PRIORITY LINES
    cat >"/run/$1.conf" <<END
global_defs {
    router_id $1
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority $2
    version 3
    advert_int 0.2
    $3
    virtual_ipaddress {
        10.77.0.100/24
    }
}
END
}

ours() { # NAME
    ip netns exec "$1" "$BIN/twinhelmd" --foreground --config "/run/$1.conf" --runtime-dir "/run/$1" \
        --state-dir "/var/lib/$1" --no-listen >>"/mnt/$1.log" 2>&1 &
}
theirs() { # NAME
    ip netns exec "$1" keepalived -n -l -D -P -f "/run/$1.conf" -p "/run/$1.pid" -r "/run/$1.vrrp" >>"/mnt/$1.log" 2>&1 &
}

# Who of A and B holds the address: waits until it is WANTED alone, now and a second later, and says how it is then.
holder() { # A B WANTED
    local now before= try
    for ((try = 0; try < 20; try++)); do
        now=
        for one in "$1" "$2"; do
            [ -z "$(ip -n "$one" -o addr show to 10.77.0.100)" ] || now+="$one "
        done
        [ "$now" = "$3 " ] && [ "$now" = "$before" ] && break
        before=$now
        sleep 1
    done
    echo "${now% }"
}

play() { # TITLE A B start of B
    local a=$2 b=$3 first
    "$4" "$b"
    say "$1 alone $(holder "$a" "$b" "$b")"
    ours "$a"
    first=$!
    say "$1 start $(holder "$a" "$b" "$a")"
    kill -TERM $first
    wait $first
    say "$1 exit $?"
    say "$1 stop $(holder "$a" "$b" "$b")"
    ours "$a"
    say "$1 return $(holder "$a" "$b" "$a")"
    say "$1 link $(ip -n "$a" -d -o link show type ipvlan | grep -c ipvlan)"
}

for bridge in one two three; do
    ip link add "$bridge" type bridge mcast_snooping 0
    ip link set "$bridge" up
done
host lb1 1 one
host lb2 2 one
config lb1 150 use_ipvlan
config lb2 100 use_ipvlan
play ipvlan lb1 lb2 ours &
host lb3 3 two
host lb4 4 two
host lb5 5 three
host lb6 6 three
for name in lb3 lb4 lb5 lb6; do
    ip -n "$name" link add red type vrf table 10
    ip -n "$name" link set red up
    ip -n "$name" link set eth0 master red
done
config lb3 150
config lb4 100
play vrf lb3 lb4 ours &
config lb5 150
config lb6 100
play vrf-keepalived lb5 lb6 theirs &
wait %1 %2 2>/dev/null
for ((try = 0; try < 60; try++)); do
    [ "$(wc -l </mnt/said)" -ge 18 ] && break
    sleep 1
done
say done
echo o >/proc/sysrq-trigger
sleep 5
