#!/bin/bash
# Runs inside of a User-Mode-Linux kernel, which has IPVS: starts Debian's keepalived with every NAME.conf of a folder, in
# a network and a /run of its own with the interfaces that NAME.if lists, in the folder that NAME.dir says. Left behind:
# NAME.rc and NAME.test, exit code and words of the config test; NAME.d, what its processes dump (those of NAME.want
# are waited for), and NAME.out, what they say meanwhile.
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
mkfifo /tmp/clock
for module in ip_vs veth nf_tables macvlan; do modprobe "$module"; done
ip link set lo up
# A process group for each job: a keepalived that stops ends the whole of its group.
set -m

# Starting a program costs a kernel like this 20 ms, so waiting and looking are the shell's own doing.
pause() { read -rt "$1" -u "$clock" _; }

# Whether all that NAME.want lists is there and whole: the processes write blocks of 1024 bytes and the rest at the end.
# A dump that happens to end with a block is taken when there is nothing more to wait for.
dumped() {
    local want text LC_ALL=C
    while read -r want; do
        text=
        IFS= read -rd '' text 2>/dev/null <"$FOLDER/$name.d/$want"
        [ $((${#text} % 1024)) != 0 ] || return 1
    done <"$FOLDER/$name.want"
}

inside() {
    local name=$1 at=1 hex interface folder batch try
    exec {clock}<>/tmp/clock
    mount -t tmpfs tmpfs /run
    batch="link set lo up"
    while read -r interface; do
        printf -v hex %02x $at
        batch+="
link add $interface address 02:00:00:00:01:$hex type veth peer name peer$at address 02:00:00:00:02:$hex
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
    rm -rf "$FOLDER/$name.d"
    mkdir "$FOLDER/$name.d"
    # The signal that asks for a dump would end a process that does not expect it yet.
    trap '' USR1
    TMPDIR=$FOLDER/$name.d keepalived -n -G -l -D -i node -f "$FOLDER/$name.conf" >"$FOLDER/$name.out" 2>&1 &
    pause 1
    # Asked now and then, since a process that is not ready yet does not hear it; whoever has answered begins anew, so
    # they are held while the dumps are looked at for the last time.
    for ((try = 0; try < 60; try++)); do
        if [ $((try % 8)) = 0 ] && ! kill -USR1 $! 2>/dev/null; then
            rm -rf "$FOLDER/$name.d" # it has ended by itself, at once or after a dump or two
            return
        fi
        pause 0.2
        dumped || continue
        kill -STOP -1
        dumped && return
        kill -CONT -1
    done
    return 1
}
export -f inside dumped pause

# The users that commands are to run as.
for list in passwd group; do
    cat "/etc/$list" "/mnt/$list" >"/tmp/$list"
    mount --bind "/tmp/$list" "/etc/$list"
done

number=0
for file in *.conf; do
    number=$((number + 1))
    [ $((number % PARTS)) = "$PART" ] || continue
    [ "$(jobs -rp | wc -l)" -lt 4 ] || wait -n
    # Twice, if need be: under load keepalived's vrrp process sometimes hangs in its netlink calls here and dumps nothing.
    for _ in 1 2; do
        unshare -n -m -p -f --mount-proc --propagation private bash -c "inside ${file%.conf}" && break
    done &
done
wait
echo done >"finished$PART"
echo o >/proc/sysrq-trigger
sleep 5
