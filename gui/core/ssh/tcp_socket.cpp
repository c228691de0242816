#include "gui/core/ssh/tcp_socket.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QStringList>

#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

struct FreeAddresses {
    void operator()(addrinfo *list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

/// getaddrinfo() may take as long as the resolver likes, and cannot be stopped: it runs on a thread that is left
/// alone when nobody waits for it any more.
struct Lookup {
    std::mutex mutex;
    bool done = false;
    int code = 0;
    Addresses addresses;
};

std::shared_ptr<Lookup> startLookup(const QString &host, quint16 port)
{
    auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, name = host.toStdString(), service = std::to_string(port)] {
        addrinfo hints{};
        hints.ai_family = AF_UNSPEC;
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_flags = AI_NUMERICSERV;
        addrinfo *found = nullptr;
        const int code = getaddrinfo(name.c_str(), service.c_str(), &hints, &found);
        const std::lock_guard lock(lookup->mutex);
        lookup->code = code;
        lookup->addresses.reset(code == 0 ? found : nullptr);
        lookup->done = true;
    }).detach();
    return lookup;
}

Result<Addresses> resolve(const QString &host, quint16 port, Interrupt &interrupt)
{
    const auto lookup = startLookup(host, port);
    for (;;) {
        {
            const std::lock_guard lock(lookup->mutex);
            if (lookup->done && lookup->code == 0)
                return std::move(lookup->addresses);
            if (lookup->done) {
                return error::make(error::notReached,
                                   Ssh::tr("The name %1 has no address: %2.")
                                       .arg(host, QString::fromLocal8Bit(gai_strerror(lookup->code))),
                                   Ssh::tr("Check the host of the node in site.toml, and DNS or /etc/hosts on this "
                                           "computer."));
            }
        }
        if (interrupt.reason() != Interrupt::Reason::None)
            return error::make(error::notReached, Ssh::tr("The name %1 was not resolved in time.").arg(host));
        interrupt.waitFor(std::chrono::milliseconds(5));
    }
}

void setNonBlocking(int socket)
{
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
}

/// 0, or the errno of the attempt. ECANCELED when the interrupt came first.
int finishConnect(int socket, Interrupt &interrupt)
{
    while (interrupt.reason() == Interrupt::Reason::None) {
        pollfd waited{socket, POLLOUT, 0};
        if (poll(&waited, 1, 50) <= 0)
            continue;
        int code = 0;
        socklen_t size = sizeof code;
        getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size);
        return code;
    }
    return ECANCELED;
}

/// The socket, or -errno.
int connectTo(const addrinfo &address, Interrupt &interrupt)
{
    const int socket = ::socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC, address.ai_protocol);
    if (socket < 0)
        return -errno;
    setNonBlocking(socket);
    const int one = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof one);
    int code = connect(socket, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
    if (code == EINPROGRESS)
        code = finishConnect(socket, interrupt);
    if (code == 0)
        return socket;
    close(socket);
    return -code;
}

QString numeric(const addrinfo &address)
{
    char text[NI_MAXHOST] = {};
    getnameinfo(address.ai_addr, address.ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
    return QString::fromLatin1(text);
}

} // namespace

Result<int> connectTcp(const QString &host, quint16 port, Interrupt &interrupt)
{
    const auto addresses = resolve(host, port, interrupt);
    if (!addresses)
        return tl::unexpected(addresses.error());
    QStringList attempts;
    for (const addrinfo *one = addresses->get(); one != nullptr; one = one->ai_next) {
        const int socket = connectTo(*one, interrupt);
        if (socket >= 0)
            return socket;
        attempts << Ssh::tr("%1: %2").arg(numeric(*one), QString::fromLocal8Bit(strerror(-socket)));
    }
    return error::make(error::notReached,
                       Ssh::tr("No TCP connection to %1 port %2 (%3).")
                           .arg(host, QString::number(port), attempts.join(QStringLiteral("; "))),
                       Ssh::tr("Check that the node is up, that sshd listens on that port, and that no firewall is "
                               "between."));
}

Result<std::pair<int, int>> socketPair()
{
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return error::make(
            error::jumpFailed,
            Ssh::tr("No local socket pair for the jump host: %1.").arg(QString::fromLocal8Bit(strerror(errno))));
    setNonBlocking(ends[0]);
    setNonBlocking(ends[1]);
    return std::pair(ends[0], ends[1]);
}

void shutdownSocket(int socket)
{
    shutdown(socket, SHUT_RDWR);
}

void closeSocket(int socket)
{
    close(socket);
}

int duplicateSocket(int socket)
{
    return fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

void ignoreBrokenPipes()
{
    static const auto previous = std::signal(SIGPIPE, SIG_IGN);
    static_cast<void>(previous);
}

void waitReadable(int first, int second, int milliseconds)
{
    pollfd waited[2] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    poll(waited, 2, milliseconds);
}

bool readSome(int socket, QByteArray &into, qsizetype most)
{
    const qsizetype before = into.size();
    into.resize(before + most);
    const ssize_t count = recv(socket, into.data() + before, static_cast<size_t>(most), 0);
    into.resize(before + std::max<ssize_t>(count, 0));
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

bool writeSome(int socket, QByteArray &from)
{
    if (from.isEmpty())
        return true;
    const ssize_t count = send(socket, from.constData(), static_cast<size_t>(from.size()), 0);
    if (count > 0)
        from.remove(0, count);
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

} // namespace twinhelm::desk
