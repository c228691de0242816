# The beginning of every script that is the first program of a User-Mode-Linux kernel (UmlKernel): file systems, programs
# and the loopback. Sourced. FOLDER is at /mnt from here on.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mount -t proc proc /proc
mount -t hostfs none /mnt -o "$FOLDER"
mount -t tmpfs tmpfs /tmp
mount -t sysfs sys /sys
mount -t tmpfs tmpfs /run
ip link set lo up

# The kernel's own modules can be found, and these are loaded: load MODULE...
load() {
    local kernel module
    kernel=$(uname -r)
    mount -t tmpfs tmpfs /lib/modules
    mkdir -p "/lib/modules/$kernel"
    mount --bind "/usr/lib/uml/modules/$kernel" "/lib/modules/$kernel"
    for module in "$@"; do modprobe "$module"; done
}
