#include <boost/asio.hpp>

#include "agent/api/deadline.h"
#include "agent/api/listeners.h"
#include "agent/api/session.h"
#include "agent/process/log.h"

namespace twinhelm::api
{

namespace
{

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::chrono::milliseconds lookEvery{500};
constexpr std::chrono::seconds listenAgainAfter{2};
/// Enough for a batch of events; the rest of a slow reader's backlog stays in the journal.
constexpr int sendBufferBytes = 128 * 1024;

std::string addressText(const tcp::socket &socket)
{
    error_code error;
    const auto peer = socket.remote_endpoint(error);
    return error ? "somebody" : peer.address().to_string();
}

} // namespace

TlsListener::TlsListener(asio::io_context &io, Service &service, ConnectionTable &table, ListenAddress address,
                         const std::filesystem::path &identityFolder)
    : io_(io), acceptor_(io), service_(service), table_(table), address_(std::move(address)), watch_(identityFolder)
{
}

void TlsListener::start()
{
    asio::co_spawn(io_, watchIdentity(), asio::detached);
    asio::co_spawn(io_, acceptAll(), asio::detached);
}

// ---- identity ----------------------------------------------------------------------------------

asio::awaitable<void> TlsListener::watchIdentity()
{
    asio::steady_timer timer(io_);
    while (true) {
        if (const auto identity = watch_.look())
            takeIdentity(*identity);
        timer.expires_after(lookEvery);
        co_await timer.async_wait(asio::use_awaitable);
    }
}

void TlsListener::reloadIdentity()
{
    watch_.forget();
    takeIdentity(*watch_.look());
}

void TlsListener::takeIdentity(const Result<store::Identity> &identity)
{
    identityError_.clear();
    if (identity) {
        putInForce(*identity);
    } else {
        identityError_ = identity.error().what;
        if (context_)
            say("refused", "warning",
                "the changed identity is not taken, the old one stays in force: " + identityError_);
        else
            agent::log::warning("the API waits for enrolment: " + identityError_ + ' ' + identity.error().mend);
    }
    updateCondition();
}

void TlsListener::putInForce(const store::Identity &identity)
{
    auto context = makeTlsContext(identity);
    if (!context) {
        identityError_ = context.error().what;
        say("refused", "error", identityError_ + ' ' + context.error().mend);
        return;
    }
    const bool changed = context_ != nullptr;
    context_ = std::move(*context);
    service_.counts().certificateNotAfter = identity.facts.notAfter;
    const auto text = "the API shows the certificate of " + identity.facts.commonName + " by " + identity.facts.issuer +
                      ", SHA256 " + identity.facts.sha256;
    if (changed)
        say("renewed", "info", text);
    else
        agent::log::info(text);
}

void TlsListener::say(const std::string &cause, const std::string &severity, const std::string &text)
{
    agent::log::write(severity, text);
    wire::Event event;
    event.kind = "api.identity";
    event.severity = severity;
    event.subject = "api";
    event.cause = cause;
    event.text = text;
    service_.tell(event);
}

void TlsListener::updateCondition()
{
    if (!listenError_.empty())
        service_.setCondition(listenError_);
    else
        service_.setCondition(context_ ? "" : "waits for enrolment");
}

// ---- the port ----------------------------------------------------------------------------------

Result<void> TlsListener::open()
{
    error_code error;
    const auto address = asio::ip::make_address(address_.host, error);
    const tcp::endpoint endpoint(address, address_.port);
    if (!error)
        acceptor_.open(endpoint.protocol(), error);
    if (!error)
        acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && endpoint.protocol() == tcp::v6())
        acceptor_.set_option(asio::ip::v6_only(false), error);
    if (!error)
        acceptor_.bind(endpoint, error);
    if (!error)
        acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        return {};
    error_code ignored;
    acceptor_.close(ignored);
    return fail("A0472", "cannot listen on " + address_.host + " port " + std::to_string(address_.port) + ": " +
                             error.message());
}

asio::awaitable<void> TlsListener::acceptAll()
{
    error_code error;
    asio::steady_timer pause(io_);
    for (auto opened = open(); !opened; opened = open()) {
        if (listenError_ != opened.error().what)
            say("listen", "error", opened.error().what);
        listenError_ = opened.error().what;
        updateCondition();
        pause.expires_after(listenAgainAfter);
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
    listenError_.clear();
    updateCondition();
    while (true) {
        auto socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (error == asio::error::operation_aborted)
            co_return;
        if (!error) {
            auto peer = addressText(socket);
            asio::co_spawn(io_, serveOne(std::move(socket), std::move(peer)), asio::detached);
            continue;
        }
        pause.expires_after(std::chrono::milliseconds(100)); // no descriptors left
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

asio::awaitable<void> TlsListener::serveOne(tcp::socket socket, std::string peer)
{
    if (!context_) {
        service_.refused(Reason::NotEnrolled, peer, peer + " was turned away: this node waits for enrolment");
        co_return;
    }
    const auto place = table_.take(peer);
    if (!place) {
        service_.refused(Reason::TooManyConnections, peer, peer + " was turned away: too many connections");
        co_return;
    }
    error_code error;
    socket.set_option(tcp::no_delay(true), error);
    socket.set_option(asio::socket_base::send_buffer_size(sendBufferBytes), error);
    auto stream = makeTlsStream(std::move(socket), context_);
    {
        Deadline deadline(co_await asio::this_coro::executor, [raw = stream.get()] { raw->cancel(); });
        deadline.in(service_.limits().handshakeTimeout);
        error = {};
        co_await stream->handshake(error);
        if (deadline.passed()) {
            service_.refused(Reason::Timeout, peer, peer + " did not finish the TLS handshake in time");
            co_return;
        }
    }
    if (error) {
        const auto failure = explainHandshake(stream->session(), error);
        service_.refused(failure.reason, peer, peer + ' ' + failure.text);
        co_return;
    }
    const auto facts = peerFacts(stream->session());
    const Client client{roleOf(facts.organizationalUnit), facts.commonName + " (" + peer + ')'};
    ++service_.counts().connections;
    co_await serve(service_, std::move(stream), client);
    --service_.counts().connections;
}

} // namespace twinhelm::api
