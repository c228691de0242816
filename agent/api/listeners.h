#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include "agent/api/api_process.h"
#include "agent/api/connection_table.h"
#include "agent/api/identity_watch.h"
#include "agent/api/service.h"
#include "agent/api/tls.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::api
{

/// The Unix socket: everybody who may open the file is an operator.
class UnixListener
{
public:
    UnixListener(boost::asio::io_context &io, Service &service, ConnectionTable &table);
    /// Takes the path over from a socket that nobody serves any more; mode 0600. A0471 with the reason.
    [[nodiscard]] Result<void> open(const std::filesystem::path &path);
    ~UnixListener();
    UnixListener(const UnixListener &) = delete;
    UnixListener &operator=(const UnixListener &) = delete;

private:
    boost::asio::awaitable<void> acceptAll();
    boost::asio::awaitable<void> serveOne(boost::asio::local::stream_protocol::socket socket);

    boost::asio::io_context &io_;
    boost::asio::local::stream_protocol::acceptor acceptor_;
    Service &service_;
    ConnectionTable &table_;
    std::filesystem::path path_;
};

/// The TLS port, and the identity it shows. Until the node is enrolled every client is turned away; a new identity
/// counts for new connections, those that are open go on. A port that is taken is tried again every two seconds.
class TlsListener
{
public:
    TlsListener(boost::asio::io_context &io, Service &service, ConnectionTable &table, ListenAddress address,
                const std::filesystem::path &identityFolder);
    void start();
    /// Reads the identity again, changed or not.
    void reloadIdentity();

private:
    boost::asio::awaitable<void> watchIdentity();
    void takeIdentity(const Result<store::Identity> &identity);
    void putInForce(const store::Identity &identity);
    void say(const std::string &cause, const std::string &severity, const std::string &text);
    void updateCondition();
    [[nodiscard]] Result<void> open();
    boost::asio::awaitable<void> acceptAll();
    boost::asio::awaitable<void> serveOne(boost::asio::ip::tcp::socket socket, std::string peer);

    boost::asio::io_context &io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    Service &service_;
    ConnectionTable &table_;
    ListenAddress address_;
    IdentityWatch watch_;
    TlsContext context_;      ///< null: not enrolled
    std::string listenError_; ///< empty: listening
    std::string identityError_;
};

} // namespace twinhelm::api
