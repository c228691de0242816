#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, which has IPVS. Part one: every NAME.conf of FOLDER is applied by our driver
# and by keepalived, each in an empty network, and the kernel's table listed: NAME.ours, NAME.theirs. Part two: one
# director with two real servers (DR) and live connections; what was seen is in FOLDER/seen, a line each: "TOPIC: ...".
# The machine's files are read-only here.
. "${0%/*}/uml_begin.sh"
mount -t tmpfs tmpfs /var/lib
mkdir /run/netns
driver=$BIN/ipvs_driver
seen() { echo "$1: $2" >>/mnt/seen; }
lines() { # TOPIC, text on standard input
    local line
    while IFS= read -r line; do seen "$1" "$line"; done
}

# No module can be found yet.
"$driver" available 2>&1 | lines "without IPVS"
load ipv6
lsmod | grep -c '^ip_vs ' | lines "loaded before"
"$driver" available 2>&1 | lines "with IPVS"
lsmod | grep -c '^ip_vs ' | lines "loaded after"
for module in veth bridge; do modprobe "$module"; done

table() { { ipvsadm -Sn; ipvsadm -Ln --thresholds | grep -- '->'; } | sort; }
both() { # NAME
    local name=$1 try
    mount -t tmpfs tmpfs /run
    ip link set lo up
    "$driver" apply "/mnt/$name.conf" >"/mnt/$name.said" 2>&1
    echo $? >"/mnt/$name.rc"
    table >"/mnt/$name.ours" 2>&1
    "$driver" table >"/mnt/$name.table" 2>&1
    "$driver" apply "/mnt/$name.conf" >"/mnt/$name.again" 2>&1
    "$driver" flush
    ipvsadm -Sn >"/mnt/$name.flushed"
    keepalived -n -l -C -i node -f "/mnt/$name.conf" >"/mnt/$name.log" 2>&1 &
    for ((try = 0; try < 40; try++)); do
        sleep 0.1
        table >"/mnt/$name.theirs" 2>&1
        cmp -s "/mnt/$name.ours" "/mnt/$name.theirs" && break
    done
}
export -f both table
export driver
for file in /mnt/*.conf; do
    name=${file##*/}
    unshare -n -m -p -f --kill-child --mount-proc --propagation private bash -c "both ${name%.conf}"
done

# A director and another, a client, and two real servers, made such by twinhelmctl.
mount -t tmpfs tmpfs /etc/sysctl.d
mount -t tmpfs tmpfs /etc/systemd/system
ip link add br0 type bridge mcast_snooping 0
ip link set br0 up
number=1
for name in client lb1 rs1 rs2 lb2; do
    ip netns add $name
    ip -n $name link set lo up
    ip link add v$name type veth peer name eth0 netns $name
    ip link set v$name master br0 up
    ip -n $name addr add 10.77.0.$number/24 dev eth0
    ip -n $name link set eth0 up
    number=$((number + 1))
done
ip -n lb1 addr add 10.77.0.100/32 dev eth0
for name in rs1 rs2; do
    ip netns exec $name "$BIN/twinhelmctl" realserver check /mnt/live/tunnels | grep -o '^[^:(]*' | lines "$name bare"
    ip netns exec $name "$BIN/twinhelmctl" realserver apply /mnt/live/tunnels 2>&1 | lines "$name made"
    mkdir -p /run/$name
    temporary=$(printf '%s_temp_path /run/'$name'; ' client_body proxy fastcgi uwsgi scgi)
    echo "pid /run/$name/pid; error_log /run/$name/error; events {} http { access_log off; $temporary
        server { listen 80; location / { return 200 \"$name\n\"; } } }" >/run/$name/nginx.conf
    ip netns exec $name nginx -e /run/$name/error -c /run/$name/nginx.conf
done

lb1() { ip netns exec lb1 "$@"; }
apply() { # TOPIC CONFIG [PREVIOUS]
    local topic=$1
    shift
    lb1 "$driver" apply "${@/#//mnt/live/}" 2>&1 | lines "$topic"
}
lb1 ipvsadm -A -t 10.77.0.200:80 -s wrr
lb1 ipvsadm -a -t 10.77.0.200:80 -r 10.77.0.3 -m -w 7
apply "first" first

# A connection that stays open all the time: nginx answers one request after the other on it.
mkfifo /run/ask /run/answer
ip netns exec client bash -c '
    exec 3<>/dev/tcp/10.77.0.100/80 4</run/ask 5>/run/answer
    while read -r _ <&4; do
        printf "GET / HTTP/1.1\r\nHost: lab\r\n\r\n" >&3
        answer="no answer"
        while read -r -t 5 line <&3; do
            [ "$line" = $'"'\r'"' ] && read -r -t 5 answer <&3 && break
        done
        echo "$answer" >&5
    done' &
exec 4>/run/ask 5</run/answer
ask() { # TOPIC: who answers on the old connection, and who on new ones
    local old new
    echo >&4
    read -r -t 10 old <&5
    new=$(for _ in 1 2 3 4; do ip netns exec client curl -s -m 3 http://10.77.0.100/; done | sort -u | tr '\n' ' ')
    seen "$1" "answers ${old:-nobody}, new ones from ${new:-nobody}"
}
ask first
echo >&4
read -r -t 10 mine <&5
seen mine "$mine"
[ "$mine" = rs1 ] && other=rs2 || other=rs1
sleep 3 # the kernel adds up what its processors counted every 2 s
lb1 "$driver" counters | lines counters
for step in weight-other scheduler without-other only-other; do
    apply $step ${step/other/$other} first
    ask $step
    lb1 ipvsadm -Sn | grep 10.77.0.200 | lines "foreign $step"
done
apply "again" tunnels first
for way in ipip:110 gre:111 gue:112; do
    lb1 ip addr add 10.77.0.${way#*:}/32 dev eth0
    new=$(for _ in 1 2 3 4; do ip netns exec client curl -s -m 3 "http://10.77.0.${way#*:}/"; done | sort -u | tr '\n' ' ')
    seen "tunnel ${way%:*}" "$new"
done
apply "again" first tunnels
lb1 ipvsadm -d -t 10.77.0.100:80 -r 10.77.0.3
lb1 ipvsadm -e -t 10.77.0.100:80 -r 10.77.0.4 -g -w 9
lb1 ipvsadm -a -t 10.77.0.100:80 -r 10.77.0.77 -g
apply "mended" first first

# Connections are copied to the other director.
ip netns exec lb2 "$driver" sync backup /mnt/live/sync 2>&1 | lines "sync backup"
ip netns exec lb2 ipvsadm -l --daemon | lines "daemon backup"
lb1 "$driver" sync backup /mnt/live/sync >/dev/null
lb1 "$driver" sync master /mnt/live/sync 2>&1 | lines "sync master"
lb1 ipvsadm -l --daemon | lines "daemon master"
apply captured captured first
mkdir /mnt/capture
lb1 "$driver" capture /mnt/capture # copied by hand into tests/data/fuzz/ipvs
apply captured first captured
for ((try = 0; try < 20; try++)); do
    ask synchronised
    copied=$(ip netns exec lb2 ipvsadm -Lnc | grep -c '10.77.0.1:.*10.77.0.100:80.*10.77.0.')
    [ "$copied" != 0 ] && break
    sleep 0.5
done
seen copied "$([ "$copied" != 0 ] && echo yes || echo no)"
lb1 "$driver" sync stop 2>&1 | lines "sync stop"
lb1 ipvsadm -l --daemon | lines "daemon stopped"

lb1 "$driver" timeouts /mnt/live/first | lines "timeouts before"
lb1 "$driver" timeouts /mnt/live/timeouts | lines "timeouts after"
lb1 ipvsadm -l --timeout | lines "timeouts listed"
apply refused refused first
apply gone empty refused
lb1 ipvsadm -Sn | lines "in the end"
echo "done" >>/mnt/seen
echo o >/proc/sysrq-trigger
sleep 5
