#include "agent/ctl/api_client.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

#include "agent/linux/file_descriptor.h"
#include "agent/store/posix_write.h"

namespace twinhelm::ctl
{

namespace
{

using agent::FileDescriptor;

/// Two heartbeats and a bit: an agent that is silent for longer is gone.
constexpr std::chrono::seconds streamPatience{12};

Result<FileDescriptor> connectTo(const std::string &path, std::chrono::seconds patience)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    FileDescriptor out(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const timeval limit{patience.count(), 0};
    ::setsockopt(out.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(out.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    errno = ENAMETOOLONG;
    const bool fits = path.size() < sizeof address.sun_path;
    if (fits)
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    if (fits && ::connect(out.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return out;
    const int error = errno;
    return fail("A0490",
                "twinhelmd is not running here or uses another --runtime-dir: " + path + ": " +
                    store::systemReason(error) + '.',
                error == EACCES ? "Run twinhelmctl as root."
                                : "Look at `systemctl status twinhelmd`, or give the socket with --socket PATH.");
}

tl::unexpected<Error> brokenOff(const std::string &why)
{
    return fail("A0491", "The agent's answer is not whole: " + why + '.', "See the log of twinhelmd; then ask again.");
}

/// Bytes, nothing at the end, or an error.
Result<std::string> receive(int fd)
{
    std::array<char, 65536> buffer; // NOLINT: filled by recv
    const auto size = ::recv(fd, buffer.data(), buffer.size(), 0);
    if (size < 0)
        return brokenOff(errno == EAGAIN ? "it took too long" : store::systemReason(errno));
    return std::string(buffer.data(), static_cast<std::size_t>(size));
}

/// Status of "HTTP/1.1 200 OK..."; 0 when it is none.
int statusOf(std::string_view head)
{
    int out = 0;
    if (head.starts_with("HTTP/1.1 ") && head.size() >= 12)
        std::from_chars(head.data() + 9, head.data() + 12, out);
    return out;
}

/// Sends the request and reads the answer's head; what came after it is left in `body`.
Result<int> begin(const FileDescriptor &socket, std::string_view method, const std::string &target, std::string &body,
                  const std::string &sent = {})
{
    const auto request =
        std::string(method) + ' ' + target +
        " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + std::to_string(sent.size()) +
        "\r\n\r\n" + sent;
    for (std::size_t at = 0; at < request.size();) {
        const auto size = ::send(socket.get(), request.data() + at, request.size() - at, MSG_NOSIGNAL);
        if (size < 0 && errno == EPIPE && at > 0)
            break; // refused before the end of a large body; the answer says why
        if (size <= 0)
            return brokenOff("the request could not be sent");
        at += static_cast<std::size_t>(size);
    }
    std::string head;
    while (head.find("\r\n\r\n") == std::string::npos) {
        const auto more = receive(socket.get());
        if (!more)
            return tl::unexpected(more.error());
        if (more->empty() || head.size() > 65536)
            return brokenOff("it has no end of its header");
        head += *more;
    }
    body = head.substr(head.find("\r\n\r\n") + 4);
    const int status = statusOf(head);
    if (status == 0)
        return brokenOff("it is not HTTP/1.1");
    return status;
}

} // namespace

Result<HttpAnswer> ApiClient::ask(std::string_view method, const std::string &target, std::chrono::seconds patience,
                                  const std::string &body) const
{
    const auto socket = connectTo(path_, patience);
    if (!socket)
        return tl::unexpected(socket.error());
    HttpAnswer out;
    const auto status = begin(*socket, method, target, out.body, body);
    if (!status)
        return tl::unexpected(status.error());
    out.status = *status;
    while (true) {
        const auto more = receive(socket->get());
        if (!more)
            return tl::unexpected(more.error());
        if (more->empty())
            return out;
        out.body += *more;
    }
}

Result<HttpAnswer> ApiClient::stream(const std::string &target,
                                     const std::function<bool(std::string_view)> &onBytes) const
{
    const auto socket = connectTo(path_, streamPatience);
    if (!socket)
        return tl::unexpected(socket.error());
    std::string bytes;
    const auto status = begin(*socket, "GET", target, bytes);
    if (!status)
        return tl::unexpected(status.error());
    HttpAnswer out{*status, {}};
    while (true) {
        if (out.status != 200)
            out.body += bytes;
        else if (!onBytes(bytes))
            return out;
        auto more = receive(socket->get());
        if (!more)
            return tl::unexpected(more.error());
        if (more->empty())
            return out;
        bytes = std::move(*more);
    }
}

} // namespace twinhelm::ctl
