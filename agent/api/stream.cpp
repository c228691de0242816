#include "agent/api/stream.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

namespace twinhelm::api
{

namespace
{

namespace asio = boost::asio;

/// What both kinds do alike. `Socket` is what bytes go through, an SSL stream or the socket itself.
template<typename Base, typename Socket>
class SocketStream : public Base
{
public:
    template<typename... Arguments>
    explicit SocketStream(Arguments &&...arguments) : socket_(std::forward<Arguments>(arguments)...)
    {
    }

    asio::awaitable<std::size_t> read(char *to, std::size_t size, error_code &error) override
    {
        co_return co_await socket_.async_read_some(asio::buffer(to, size),
                                                   asio::redirect_error(asio::use_awaitable, error));
    }

    asio::awaitable<void> write(std::string_view bytes, error_code &error) override
    {
        co_await asio::async_write(socket_, asio::buffer(bytes.data(), bytes.size()),
                                   asio::redirect_error(asio::use_awaitable, error));
    }

    void cancel() override
    {
        error_code ignored;
        socket_.lowest_layer().cancel(ignored);
    }

protected:
    Socket socket_;
};

class UnixStream final : public SocketStream<Stream, asio::local::stream_protocol::socket>
{
public:
    using SocketStream::SocketStream;

    asio::awaitable<void> shutdown() override
    {
        error_code ignored;
        socket_.shutdown(asio::socket_base::shutdown_send, ignored);
        co_return;
    }
};

class TlsSocketStream final : public SocketStream<TlsStream, asio::ssl::stream<asio::ip::tcp::socket>>
{
public:
    TlsSocketStream(asio::ip::tcp::socket socket, TlsContext context)
        : SocketStream(std::move(socket), *context), context_(std::move(context))
    {
    }

    asio::awaitable<void> handshake(error_code &error) override
    {
        co_await socket_.async_handshake(asio::ssl::stream_base::server,
                                         asio::redirect_error(asio::use_awaitable, error));
    }

    SSL *session() override { return socket_.native_handle(); }

    asio::awaitable<void> shutdown() override
    {
        error_code ignored;
        co_await socket_.async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
    }

private:
    TlsContext context_;
};

} // namespace

std::unique_ptr<TlsStream> makeTlsStream(asio::ip::tcp::socket socket, TlsContext context)
{
    return std::make_unique<TlsSocketStream>(std::move(socket), std::move(context));
}

std::unique_ptr<Stream> makeUnixStream(asio::local::stream_protocol::socket socket)
{
    return std::make_unique<UnixStream>(std::move(socket));
}

} // namespace twinhelm::api
