#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, which has IPVS: twinhelmd as a director with two real servers (DR) and a sorry
# server, all nginx, and a client. FOLDER/seen gets what was seen, a line each: "TOPIC: ...". FOLDER has the
# configurations; BIN our programs. The machine's files are read-only here.
. "${0%/*}/uml_begin.sh"
mount -t tmpfs tmpfs /var/lib
mkdir /run/netns
load ipv6 veth bridge ip_vs ip_vs_rr
seen() { echo "$1: $2" >>/mnt/seen; }

ip link add br0 type bridge mcast_snooping 0
ip link set br0 up
host() { # NAME NUMBER
    ip netns add "$1"
    ip -n "$1" link set lo up
    ip link add "v$1" type veth peer name eth0 netns "$1"
    ip link set "v$1" master br0 up
    ip -n "$1" addr add "192.168.1.$2/24" dev eth0
    ip -n "$1" link set eth0 up
}
web() { # NAME
    mkdir -p "/run/$1"
    local temporary
    temporary=$(printf '%s_temp_path /run/'"$1"'; ' client_body proxy fastcgi uwsgi scgi)
    echo "pid /run/$1/pid; error_log /run/$1/error; events {} http { access_log off; $temporary
        server { listen 80; location / { return 200 \"$1\n\"; } } }" >"/run/$1/nginx.conf"
    ip netns exec "$1" nginx -e "/run/$1/error" -c "/run/$1/nginx.conf"
}
stop_web() { kill "$(cat "/run/$1/pid")"; }

host client 1
host lb 12
host rs1 13
host rs2 14
host sorry 15
ip -n lb addr add 192.168.1.100/32 dev eth0
for name in rs1 rs2 sorry; do
    ip netns exec $name sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2
    ip -n $name addr add 192.168.1.100/32 dev lo
    web $name
done

table() { ip netns exec lb ipvsadm -Sn | grep -v '^-A' | sed 's/.*-r \([0-9.]*\):80 .*-w \([0-9]*\).*/\1=\2/' | sort | tr '\n' ' '; }
waits() { # TOPIC SECONDS TABLE: until the table is so; says what it is then, and after how many seconds it was
    local since now
    since=$(date +%s%N)
    for ((try = 0; try < $2 * 10; try++)); do
        now=$(table)
        [ "$now" = "$3" ] && break
        sleep 0.1
    done
    seen "$1" "$now"
    seen "time of $1" "$((($(date +%s%N) - since) / 1000000))"
}
asks() { # TOPIC: who answers
    seen "$1" "$(for _ in 1 2 3 4; do ip netns exec client curl -s -m 3 http://192.168.1.100/; done | sort | uniq -c |
        sed 's/^ *//' | tr '\n' ' ')"
}
ctl() { ip netns exec lb "$BIN/twinhelmctl" --socket /run/th/api.sock "$@"; }
start() {
    ip netns exec lb "$BIN/twinhelmd" --foreground --config /run/director.conf --config-id lb --runtime-dir /run/th \
        --state-dir /var/lib/th --no-listen >>/mnt/director.log 2>&1 &
    daemon=$!
}

# Seed 003 to the letter.
cp /mnt/seed003.conf /run/director.conf
start
both="192.168.1.13=1 192.168.1.14=1 "
waits start 10 "$both"
seen scheduler "$(ip netns exec lb ipvsadm -Sn | grep '^-A')"
asks balanced
for ((try = 0; try < 100; try++)); do # the first failure of all needs no second one
    ctl services | grep -q 'could take over now' && break
    sleep 0.1
done
stop_web rs1
waits "rs1 stopped" 40 "192.168.1.14=1 "
asks "without rs1"
web rs1
waits "rs1 again" 15 "$both"

# A sorry server and short times: a reload, which must not disturb what is there.
cp /mnt/sorry.conf /run/director.conf
before=$(ip netns exec lb ipvsadm -Ln --stats | grep -c '192.168.1.1[34]:80 *[1-9]')
ctl reload >/dev/null
waits reloaded 5 "$both"
seen counters "$before $(ip netns exec lb ipvsadm -Ln --stats | grep -c '192.168.1.1[34]:80 *[1-9]')"

# The sync daemon follows the instance, which has no peer.
for ((try = 0; try < 80; try++)); do
    daemons=$(ip netns exec lb ipvsadm -l --daemon)
    [[ $daemons = master* ]] && break
    sleep 0.1
done
seen sync "${daemons%% maxlen*}"

# SIGKILL of the checker: the next one finds what is there.
checker=$(pgrep -f '[r]ole checker')
kill -9 "$checker"
for ((try = 0; try < 50; try++)); do
    sleep 0.1
    next=$(pgrep -f '[r]ole checker') && [ "$next" != "$checker" ] && ctl services 2>&1 | grep -q UP && break
done
waits "killed" 5 "$both"
seen "counters after the kill" "$(ip netns exec lb ipvsadm -Ln --stats | grep -c '192.168.1.1[34]:80 *[1-9]')"

seen "sync after the kill" "$(ip netns exec lb ipvsadm -l --daemon | grep -c '^master')"

# Somebody else's hands, and what is noticed with the next change.
ip netns exec lb ipvsadm -d -t 192.168.1.100:80 -r 192.168.1.14
ip netns exec lb ipvsadm -a -t 192.168.1.100:80 -r 192.168.1.77 -g
ctl drain '[192.168.1.100]:tcp:80' 192.168.1.14 --reason test >/dev/null
waits "drained and mended" 5 "192.168.1.13=1 192.168.1.14=0 "
asks "drained"
ctl undrain '[192.168.1.100]:tcp:80' 192.168.1.14 >/dev/null
ctl drain '[192.168.1.100]:tcp:80' 192.168.1.13 --take-out --connections 1000 --wait >/mnt/drain.log 2>&1
seen "drain waited" "$?"
waits "taken out" 5 "192.168.1.14=1 "
ctl undrain '[192.168.1.100]:tcp:80' 192.168.1.13 >/dev/null
waits "undrained" 5 "$both"
asks "counted"
sleep 3 # the kernel adds up what its processors counted every 2 s
seen "connections" "$(ctl metrics | grep '^twinhelm_service_connections_total' | grep -c -v ' 0$')"
seen "ready" "$(ctl services | grep -c 'could take over now')"

stop_web rs1
stop_web rs2
waits "sorry" 10 "192.168.1.15=1 "
asks "sorry answers"
web rs2
waits "back" 10 "192.168.1.14=1 "
kill -TERM $daemon
wait $daemon
seen "exit code" "$?"
seen "sync in the end" "$(ip netns exec lb ipvsadm -l --daemon | wc -l)"
seen "in the end" "$(ip netns exec lb ipvsadm -Sn | wc -l)"
echo "done" >>/mnt/seen
echo o >/proc/sysrq-trigger
sleep 5
