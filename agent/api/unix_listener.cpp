#include <boost/asio.hpp>

#include <sys/stat.h>

#include "agent/api/listeners.h"
#include "agent/api/session.h"
#include "agent/process/log.h"

namespace twinhelm::api
{

namespace
{

namespace asio = boost::asio;
using asio::local::stream_protocol;

/// The longest path that fits sockaddr_un, without its final zero.
constexpr std::size_t longestPath = 107;

tl::unexpected<Error> refuse(const std::filesystem::path &path, const std::string &why)
{
    return fail("A0471", "The API's socket " + path.string() + " cannot be opened: " + why + '.',
                "Check --runtime-dir: it must exist, be writable, and have a short path.");
}

} // namespace

UnixListener::UnixListener(asio::io_context &io, Service &service, ConnectionTable &table)
    : io_(io), acceptor_(io), service_(service), table_(table)
{
}

UnixListener::~UnixListener()
{
    if (acceptor_.is_open())
        ::unlink(path_.c_str());
}

Result<void> UnixListener::open(const std::filesystem::path &path)
{
    if (path.native().size() > longestPath)
        return refuse(path, "the path is longer than " + std::to_string(longestPath) + " bytes");
    struct stat old {
    };
    if (::lstat(path.c_str(), &old) == 0 && S_ISSOCK(old.st_mode))
        ::unlink(path.c_str());
    error_code error;
    acceptor_.open(stream_protocol(), error);
    const auto before = ::umask(0177);
    if (!error)
        acceptor_.bind(stream_protocol::endpoint(path.native()), error);
    ::umask(before);
    if (!error)
        acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        error_code ignored;
        acceptor_.close(ignored);
        return refuse(path, error.message());
    }
    path_ = path;
    asio::co_spawn(io_, acceptAll(), asio::detached);
    return {};
}

asio::awaitable<void> UnixListener::acceptAll()
{
    while (true) {
        error_code error;
        auto socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (error == asio::error::operation_aborted)
            co_return;
        if (!error) {
            asio::co_spawn(io_, serveOne(std::move(socket)), asio::detached);
            continue;
        }
        asio::steady_timer pause(io_, std::chrono::milliseconds(100)); // no descriptors left
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

asio::awaitable<void> UnixListener::serveOne(stream_protocol::socket socket)
{
    const std::string name = "the Unix socket";
    const auto place = table_.take(name);
    if (!place) {
        service_.refused(Reason::TooManyConnections, name, name + " has no place for another connection");
        co_return;
    }
    ++service_.counts().connections;
    auto stream = makeUnixStream(std::move(socket));
    const Client client{Role::Operator, name, true};
    co_await serve(service_, std::move(stream), client);
    --service_.counts().connections;
}

} // namespace twinhelm::api
