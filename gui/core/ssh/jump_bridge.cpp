#include "gui/core/ssh/jump_bridge.h"

#include <algorithm>
#include <utility>

#include "gui/core/ssh/interrupt.h"
#include "gui/core/ssh/ssh_error.h"
#include "gui/core/ssh/ssh_link.h"
#include "gui/core/ssh/tcp_socket.h"

namespace twinhelm::desk
{
namespace
{

constexpr qsizetype chunk = 32 * 1024;

} // namespace

Result<std::unique_ptr<JumpBridge>> JumpBridge::open(const QString &jumps, const SshTarget &target, const QString &host,
                                                     quint16 port, Questions &questions, Interrupt &interrupt)
{
    const qsizetype comma = jumps.lastIndexOf(QLatin1Char(','));
    auto hop = parseHop(jumps.mid(comma + 1), target);
    if (!hop)
        return tl::unexpected(hop.error());
    hop->proxyJump = jumps.left(std::max<qsizetype>(comma, 0));
    auto link = SshLink::open(*hop, questions, interrupt);
    if (!link) {
        Error error = link.error();
        error.what = Ssh::tr("Jump host %1: ").arg(hop->label()).toStdString() + error.what;
        return tl::unexpected(error);
    }
    ssh_channel channel = ssh_channel_new((*link)->session());
    if (ssh_channel_open_forward(channel, host.toUtf8().constData(), port, "127.0.0.1", 0) != SSH_OK) {
        const QString said = QString::fromLocal8Bit(ssh_get_error((*link)->session()));
        ssh_channel_free(channel);
        return error::make(error::jumpFailed,
                           Ssh::tr("The jump host %1 opens no connection to %2 port %3: %4")
                               .arg(hop->label(), host, QString::number(port), said),
                           Ssh::tr("The name is looked up on the jump host. Check that it reaches the node, and that "
                                   "its sshd allows AllowTcpForwarding."));
    }
    const auto ends = socketPair();
    if (!ends) {
        ssh_channel_free(channel);
        return tl::unexpected(ends.error());
    }
    return std::unique_ptr<JumpBridge>(new JumpBridge(std::move(*link), channel, ends->first, ends->second));
}

JumpBridge::JumpBridge(std::unique_ptr<SshLink> link, ssh_channel channel, int nearEnd, int farEnd)
    : link_(std::move(link)), channel_(channel), nearEnd_(nearEnd), farEnd_(farEnd)
{
    link_->release(); // an interrupt shuts the near end down; the jump session ends with the bridge
    ssh_set_blocking(link_->session(), 0);
    carrier_ = std::thread([this] { carry(); });
}

JumpBridge::~JumpBridge()
{
    quit_ = true;
    shutdownSocket(farEnd_);
    carrier_.join();
    closeSocket(farEnd_);
    ssh_channel_free(channel_);
}

void JumpBridge::carry()
{
    const int wire = ssh_get_fd(link_->session());
    while (!quit_ && fromTarget() && toTarget()) {
        // What was read may have more behind it, in libssh's own buffer, where no poll() sees it.
        const int longest = std::exchange(moved_, false) ? 0 : 100;
        // Whoever waits for room is looked at again soon; otherwise new bytes on either side end the wait.
        const bool waitsForRoom = !inbound_.isEmpty() || !outbound_.isEmpty() ||
                                  (ssh_get_poll_flags(link_->session()) & SSH_WRITE_PENDING) != 0;
        waitReadable(outbound_.isEmpty() ? farEnd_ : -1, inbound_.size() < chunk ? wire : -1,
                     std::min(longest, waitsForRoom ? 2 : 100));
    }
    shutdownSocket(farEnd_); // the near end sees the end of the connection
}

bool JumpBridge::fromTarget()
{
    if (inbound_.size() < chunk) {
        QByteArray buffer(chunk, Qt::Uninitialized);
        const int count = ssh_channel_read_nonblocking(channel_, buffer.data(), chunk, 0);
        moved_ = count > 0;
        if (count > 0)
            inbound_.append(buffer.constData(), count);
        else if (count < 0 || ssh_channel_is_eof(channel_) || ssh_channel_is_closed(channel_))
            return writeSome(farEnd_, inbound_) && !inbound_.isEmpty();
    }
    return writeSome(farEnd_, inbound_);
}

bool JumpBridge::toTarget()
{
    if (outbound_.isEmpty() && !readSome(farEnd_, outbound_, chunk))
        return false;
    const auto room = std::min<qsizetype>(outbound_.size(), ssh_channel_window_size(channel_));
    if (room == 0)
        return true;
    const int count = ssh_channel_write(channel_, outbound_.constData(), static_cast<uint32_t>(room));
    if (count > 0)
        outbound_.remove(0, count);
    return count >= 0 || count == SSH_AGAIN;
}

} // namespace twinhelm::desk
