#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, which has IPVS: starts Debian's keepalived with every NAME.conf of a folder, in
# a network and a /run of its own with the interfaces that NAME.if lists, in the folder that NAME.dir says. Left behind:
# NAME.rc and NAME.test, exit code and words of the config test; NAME.d, what its processes dump (those of NAME.want
# are waited for).
# The machine's files are read-only here, so that no script of a configuration can do harm.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mount -t proc proc /proc
mount -t hostfs none /mnt -o "$FOLDER"
mount -t tmpfs tmpfs /tmp
export FOLDER=/mnt
cd /mnt || exit
mount -t sysfs sys /sys
mount -t tmpfs tmpfs /run
kernel=$(uname -r)
mount -t tmpfs tmpfs /lib/modules
mkdir -p "/lib/modules/$kernel"
mount --bind "/usr/lib/uml/modules/$kernel" "/lib/modules/$kernel"
for module in ip_vs veth nf_tables macvlan; do modprobe "$module"; done
ip link set lo up

inside() {
    local name=$1 at=1 interface folder batch want try missing size
    mount -t tmpfs tmpfs /run
    batch="link set lo up"
    while read -r interface; do
        batch+="
link add $interface type veth peer name peer$at
link set peer$at up
link set $interface up
addr add 10.253.$at.1/24 dev $interface"
        at=$((at + 1))
    done <"$FOLDER/$name.if"
    ip -force -batch - <<<"$batch"
    read -r folder <"$FOLDER/$name.dir"
    cd "$folder" || return
    keepalived -t -i node -f "$FOLDER/$name.conf" >"$FOLDER/$name.test" 2>&1
    echo $? >"$FOLDER/$name.rc"
    mkdir "$FOLDER/$name.d"
    # The signal that asks for a dump would end a process that does not expect it yet.
    trap '' USR1
    TMPDIR=$FOLDER/$name.d keepalived -n -G -l -D -i node -f "$FOLDER/$name.conf" >"$FOLDER/$name.out" 2>&1 &
    sleep 1.5
    # The processes answer when they are ready, which may take longer on a busy machine. They write pages of 4096 bytes
    # and the rest at the end: a file of whole pages is not all of it.
    for ((try = 0; try < 48; try++)); do
        # Asked again, they begin anew.
        [ $((try % 8)) != 0 ] || kill -USR1 $! 2>/dev/null || return
        sleep 0.5
        missing=
        for want in $(<"$FOLDER/$name.want"); do
            size=$(stat -c %s "$FOLDER/$name.d/$want" 2>/dev/null || echo 0)
            [ $((size % 4096)) != 0 ] || missing=1
        done
        [ -n "$missing" ] || return
    done
}
export -f inside

one=0
number=0
for file in *.conf; do
    number=$((number + 1))
    [ $((number % PARTS)) = "$PART" ] || continue
    unshare -n -m -p -f --mount-proc --propagation private bash -c "inside ${file%.conf}" &
    one=$((one + 1))
    if [ $((one % 6)) = 0 ]; then wait; fi
done
wait
echo done >"finished$PART"
echo o >/proc/sysrq-trigger
sleep 5
