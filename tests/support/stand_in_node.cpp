#include "tests/support/stand_in_node.h"

#include <QDir>
#include <QFile>

namespace twinhelm::tests
{
namespace
{

const char script[] = R"sh(#!/bin/sh
cd "$(dirname "$0")" || exit 6
echo "$*" >> calls
case "$1" in
check)
    [ -r "$2" ] || exit 6
    if grep -q REFUSED "$2"; then echo "$2:1:1: error: REFUSED is refused" >&2; exit 5; fi
    exit 0 ;;
--socket)
    [ "$2" = "$PWD/run/api.sock" ] || exit 6
    if [ "$3" = reload ]; then
        if grep -q UNLOADABLE keepalived.conf; then echo "reload refused" >&2; exit 5; fi
        cp keepalived.conf loaded
        exit 0
    fi
    printf '{"api":1,"node":"x","config":{"sha256":"%s"},"instances":[{"name":"VI_1","state":"BACKUP"}]}\n' \
        "$(sha256sum < loaded | cut -d' ' -f1)"
    exit 0 ;;
--state-dir)
    mkdir -p "$2" && cd "$2" || exit 6
    if [ "$4" = csr ]; then
        [ "$5" = --name ] || exit 2
        name=$6; shift 6; san="DNS:$name"
        while [ "$1" = --san ]; do
            case "$2" in [0-9]*) san="$san,IP:$2" ;; *) san="$san,DNS:$2" ;; esac
            shift 2
        done
        openssl req -new -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout node.key -subj "/CN=$name" \
            -addext "subjectAltName=$san" 2>/dev/null
        exit $?
    fi
    cat > bundle
    openssl x509 -in bundle -out node.crt
    sed '1,/END CERTIFICATE/d' bundle > ca.crt
    openssl verify -CAfile ca.crt node.crt >&2 ;;
*)  exit 2 ;;
esac
)sh";

} // namespace

StandInNode::StandInNode(const QByteArray &config)
{
    if (!sshd.problem().isEmpty())
        return;
    QDir().mkpath(file("run"));
    write("twinhelmctl", script);
    QFile::setPermissions(ctl(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write("keepalived.conf", config);
    write("loaded", config);
}

QString StandInNode::file(const char *name) const
{
    return sshd.folder() + QLatin1Char('/') + QLatin1String(name);
}

QByteArray StandInNode::read(const char *name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void StandInNode::write(const char *name, const QByteArray &bytes) const
{
    QFile out(file(name));
    if (out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        out.write(bytes);
}

QStringList StandInNode::files() const
{
    return QDir(sshd.folder()).entryList({QStringLiteral("keepalived.conf*")}, QDir::Files, QDir::Name);
}

} // namespace twinhelm::tests
