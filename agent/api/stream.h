#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include "agent/api/tls.h"

namespace twinhelm::api
{

using boost::system::error_code;

/// The bytes of one client, over TLS or the Unix socket; the session above does not care which.
class Stream
{
public:
    Stream() = default;
    virtual ~Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    /// At least one byte, or an error (end_of_file included).
    virtual boost::asio::awaitable<std::size_t> read(char *to, std::size_t size, error_code &error) = 0;
    /// All of it, or an error.
    virtual boost::asio::awaitable<void> write(std::string_view bytes, error_code &error) = 0;
    /// Says goodbye; over TLS it waits for the other side's, so set a deadline.
    virtual boost::asio::awaitable<void> shutdown() = 0;
    /// What is being waited for ends with operation_aborted.
    virtual void cancel() = 0;
};

class TlsStream : public Stream
{
public:
    virtual boost::asio::awaitable<void> handshake(error_code &error) = 0;
    [[nodiscard]] virtual SSL *session() = 0;
};

[[nodiscard]] std::unique_ptr<TlsStream> makeTlsStream(boost::asio::ip::tcp::socket socket, TlsContext context);
[[nodiscard]] std::unique_ptr<Stream> makeUnixStream(boost::asio::local::stream_protocol::socket socket);

} // namespace twinhelm::api
