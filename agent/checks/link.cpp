#include "agent/checks/link.h"

#include <cerrno>

#include <boost/asio.hpp>
#include <sys/socket.h>

#include "agent/linux/system_error.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

namespace
{

namespace asio = boost::asio;
using agent::ProbeTransport;
using health::Reason;

Attempt attemptOf(ssize_t answer, Attempt::Status wish)
{
    if (answer >= 0)
        return {Attempt::Status::Done, static_cast<std::size_t>(answer)};
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return {wish};
    return {Attempt::Status::Reset, 0, errno};
}

} // namespace

Failure failureOf(int error, ProbeTransport transport)
{
    if (agent::isOwnShortage(error))
        return {Reason::CannotRun, "cannot be asked: " + agent::errorText(error)};
    switch (error) {
    case ECONNREFUSED:
        return {Reason::ConnectRefused,
                transport == ProbeTransport::Tcp ? "refused the connection" : "has nobody listening (ICMP said so)"};
    case ETIMEDOUT: return {Reason::ConnectTimedOut, "did not answer: " + agent::errorText(error)};
    case ECONNRESET:
    case EPIPE: return {Reason::ClosedEarly, "reset the connection"};
    default: return {Reason::Unreachable, "cannot be reached: " + agent::errorText(error)};
    }
}

void Link::fail(Reason reason, std::string text)
{
    failure_ = {reason, std::move(text)};
}

void Link::failOf(const Attempt &attempt)
{
    switch (attempt.status) {
    case Attempt::Status::Closed: return fail(Reason::ClosedEarly, "closed the connection");
    case Attempt::Status::Failed: return fail(Reason::TlsFailed, "failed in TLS: " + health::shown(attempt.text, 160));
    default: failure_ = failureOf(attempt.error, transport_);
    }
    // Once connected, an ICMP message or a timeout of the kernel's is a connection that broke.
    if (transport_ == ProbeTransport::Tcp && failure_.reason == Reason::ConnectTimedOut)
        failure_.reason = Reason::ReplyTimedOut;
}

asio::awaitable<bool> Link::waitFor(const Attempt &attempt, Reason tooLate)
{
    if (attempt.status != Attempt::Status::WantRead && attempt.status != Attempt::Status::WantWrite) {
        failOf(attempt);
        co_return false;
    }
    const auto until = attempt.status == Attempt::Status::WantRead ? Run::Until::Readable : Run::Until::Writable;
    switch (co_await run_.wait(descriptor_, until)) {
    case Run::Waited::Ready: co_return true;
    case Run::Waited::Cancelled: fail(Reason::Cancelled, "was not waited for any longer"); break;
    case Run::Waited::TooLate:
        failure_ = run_.tooLate(tooLate);
        silent_ = true;
        break;
    }
    co_return false;
}

asio::awaitable<bool> Link::connect(ProbeTransport transport, const health::Endpoint &endpoint)
{
    transport_ = transport;
    auto socket = agent::openProbeSocket(transport, endpoint);
    if (!socket) {
        fail(Reason::CannotRun, "cannot be asked: " + socket.error().text);
        co_return false;
    }
    raw_ = socket->raw;
    const int fd = socket->descriptor.get();
    run_.phase("a connection", run_.probe().timing.connectTimeout);
    const int error = agent::connectProbeSocket(fd, endpoint, transport);
    if (error != 0 && error != EINPROGRESS) {
        failure_ = failureOf(error, transport);
        co_return false;
    }
    boost::system::error_code refused;
    descriptor_.assign(fd, refused);
    if (refused) {
        fail(Reason::CannotRun, "cannot be asked: " + refused.message());
        co_return false;
    }
    (void)socket->descriptor.release(); // the descriptor_'s now
    if (error == 0)
        co_return true;
    const Attempt pending{Attempt::Status::WantWrite};
    if (!co_await waitFor(pending, Reason::ConnectTimedOut))
        co_return false;
    if (const int outcome = agent::takeSocketError(fd); outcome != 0) {
        failure_ = failureOf(outcome, transport);
        co_return false;
    }
    run_.step([&] { return "connected to " + health::toString(endpoint); });
    co_return true;
}

asio::awaitable<bool> Link::startTls(const TlsContext &context, const TlsClient::Peer &peer)
{
    tls_ = std::make_unique<TlsClient>(context, descriptor_.native_handle(), peer);
    for (auto attempt = tls_->handshake(); attempt.status != Attempt::Status::Done; attempt = tls_->handshake()) {
        if (!co_await waitFor(attempt, Reason::ReplyTimedOut)) {
            if (failure_.reason == Reason::ClosedEarly)
                failure_.text += " during the TLS handshake";
            else if (silent_)
                failure_.text = "did not finish the TLS handshake in time";
            co_return false;
        }
    }
    run_.step([&] {
        const auto days = tls_->certificateDays();
        return "TLS is up: " + tls_->description() +
               (days ? ", its certificate expires in " + std::to_string(*days) + " days" : std::string());
    });
    co_return true;
}

Attempt Link::tryRead(std::span<char> buffer)
{
    if (tls_)
        return tls_->read(buffer);
    auto out =
        attemptOf(::recv(descriptor_.native_handle(), buffer.data(), buffer.size(), 0), Attempt::Status::WantRead);
    if (out.status == Attempt::Status::Done && out.size == 0 && transport_ == ProbeTransport::Tcp)
        out.status = Attempt::Status::Closed;
    return out;
}

Attempt Link::tryWrite(std::string_view bytes)
{
    if (tls_)
        return tls_->write(bytes);
    return attemptOf(::send(descriptor_.native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL),
                     Attempt::Status::WantWrite);
}

asio::awaitable<bool> Link::write(std::string_view bytes)
{
    bool datagram = transport_ != ProbeTransport::Tcp;
    while (!bytes.empty() || datagram) {
        const auto attempt = tryWrite(bytes);
        if (attempt.status == Attempt::Status::Done) {
            if (datagram)
                co_return true;
            bytes.remove_prefix(attempt.size);
        } else if (!co_await waitFor(attempt, Reason::ReplyTimedOut)) {
            co_return false;
        }
    }
    co_return true;
}

asio::awaitable<Link::Got> Link::read(std::span<char> buffer, std::size_t &size)
{
    while (true) {
        const auto attempt = tryRead(buffer);
        size = attempt.size;
        if (attempt.status == Attempt::Status::Done)
            co_return Got::Bytes;
        if (attempt.status == Attempt::Status::Closed)
            co_return Got::End;
        if (!co_await waitFor(attempt, Reason::ReplyTimedOut))
            co_return Got::Failed;
    }
}

} // namespace twinhelm::checks
