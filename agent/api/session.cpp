#include "agent/api/session.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>
#include <variant>

#include <boost/asio.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "agent/api/deadline.h"
#include "agent/api/event_cursor.h"

namespace twinhelm::api
{

namespace
{

namespace asio = boost::asio;
namespace http = boost::beast::http;

using Parser = http::request_parser<http::string_body>;

/// The connection is over, and there is nobody left to say why to.
struct Gone {
};

Answer malformed(const std::string &why)
{
    return refusal(400, Reason::Malformed,
                   {"A0400", "This is not a request of HTTP/1.1: " + why + '.', "Speak HTTP, as curl does."});
}

Answer tooSlow()
{
    return refusal(408, Reason::Timeout,
                   {"A0408", "The request did not come to its end in time.", "Send header and body without pauses."});
}

class Session
{
public:
    Session(Service &service, std::unique_ptr<Stream> stream, Client client, const asio::any_io_executor &executor)
        : service_(service), stream_(std::move(stream)), client_(std::move(client)),
          deadline_(executor, [this] { stream_->cancel(); }), news_(executor)
    {
    }

    asio::awaitable<void> run()
    {
        for (bool open = true; open; first_ = false) {
            Parser parser;
            const auto fault = co_await readRequest(parser);
            if (std::holds_alternative<Gone>(fault))
                co_return;
            if (const auto *const answer = std::get_if<Answer>(&fault)) {
                co_await refuse(*answer);
                break;
            }
            open = co_await handle(parser.get());
        }
        planPlace_.reset();
        co_await sayGoodbye();
    }

private:
    using Fault = std::variant<std::monostate, Gone, Answer>;

    // ---- reading -------------------------------------------------------------------------------

    asio::awaitable<Fault> readRequest(Parser &parser)
    {
        const auto &limits = service_.limits();
        parser.header_limit(limits.headerBytes);
        parser.body_limit(limits.planBytes); // bodyFault() knows who may send so much
        parser.eager(true);
        bool inBody = false;
        planPlace_.reset();
        deadline_.in(first_ || !input_.empty() ? limits.headerTimeout : limits.idleTimeout);
        while (true) {
            if (auto fault = parse(parser))
                co_return std::move(*fault);
            if (auto fault = bodyFault(parser))
                co_return std::move(*fault);
            if (parser.is_done()) {
                deadline_.off();
                co_return Fault{};
            }
            if (parser.is_header_done() && !std::exchange(inBody, true))
                deadline_.in(isPlan(parser) ? limits.planTimeout : limits.bodyTimeout);
            const bool begins = input_.empty() && !parser.got_some();
            if (auto fault = co_await readMore(begins))
                co_return std::move(*fault);
            if (begins)
                deadline_.in(limits.headerTimeout);
        }
    }

    /// Gives the parser what there is; a fault when it does not like it.
    std::optional<Fault> parse(Parser &parser)
    {
        while (!input_.empty() && !parser.is_done()) {
            error_code error;
            const auto used = parser.put(asio::buffer(input_), error);
            input_.erase(0, used);
            if (error == http::error::need_more)
                return std::nullopt;
            if (error)
                return explain(error);
        }
        return std::nullopt;
    }

    Fault explain(const error_code &error) const
    {
        const auto &limits = service_.limits();
        if (error == http::error::body_limit)
            return bodyTooLong(limits.planBytes);
        if (error == http::error::header_limit)
            return refusal(431, Reason::HeaderTooLarge,
                           {"A0431",
                            "The request's header is longer than " + std::to_string(limits.headerBytes) + " bytes.",
                            "Send fewer or shorter header fields."});
        return malformed(error.message());
    }

    Answer bodyTooLong(std::uint64_t limit) const
    {
        const auto most = std::to_string(service_.limits().planBytes >> 20U) + " MiB";
        return refusal(413, Reason::BodyTooLarge,
                       {"A0413", "The request's body is longer than " + std::to_string(limit) + " bytes.",
                        "Only an operator's plan has a long body, of at most " + most +
                            "; check a larger file on the node itself with twinhelmd --check."});
    }

    bool isPlan(const Parser &parser) const
    {
        const auto &message = parser.get();
        const auto method = message.method_string();
        const auto target = message.target();
        return mayHaveLongBody({method.data(), method.size()}, {target.data(), target.size()}, client_.role);
    }

    /// What is in the body so far, or announced for it, is more than this client may send here.
    std::optional<Fault> bodyFault(const Parser &parser)
    {
        if (!parser.is_header_done())
            return std::nullopt;
        const auto &limits = service_.limits();
        const auto announced = parser.content_length();
        const std::uint64_t size = std::max<std::uint64_t>(announced ? *announced : 0, parser.get().body().size());
        if (size <= limits.bodyBytes || planPlace_)
            return std::nullopt;
        if (!isPlan(parser))
            return bodyTooLong(limits.bodyBytes);
        planPlace_ = service_.placeForPlan();
        if (planPlace_)
            return std::nullopt;
        return refusal(503, Reason::TooManyPlans,
                       {"A0505", "Another large plan is under way.", "Send yours again when it is done."});
    }

    asio::awaitable<std::optional<Fault>> readMore(bool begins)
    {
        std::array<char, 16384> bytes; // NOLINT: filled by read()
        error_code error;
        const auto size = co_await stream_->read(bytes.data(), bytes.size(), error);
        if (size > 0)
            input_.append(bytes.data(), size);
        if (deadline_.passed()) {
            if (begins && !first_)
                co_return Fault{Gone{}};
            co_return tooSlow();
        }
        if (!error)
            co_return std::nullopt;
        if (begins)
            co_return Fault{Gone{}};
        co_return Fault{malformed("the connection ended in the middle of it")};
    }

    // ---- answering -----------------------------------------------------------------------------

    /// Whether the connection stays open.
    asio::awaitable<bool> handle(Parser::value_type &message)
    {
        ++service_.counts().requests;
        Request request{std::string(message.method_string()), std::string(message.target()),
                        std::string(message["Last-Event-ID"]), std::move(message.body())};
        auto found = route(std::move(request), client_.role);
        if (auto *const answer = std::get_if<Answer>(&found))
            co_return co_await send(*answer, message.keep_alive());
        if (const auto *const events = std::get_if<GetEvents>(&std::get<Route>(found))) {
            co_await streamEvents(*events);
            co_return false;
        }
        const auto answer = co_await service_.answer(std::get<Route>(found), client_);
        co_return co_await send(answer, message.keep_alive());
    }

    asio::awaitable<bool> send(const Answer &answer, bool keepAlive)
    {
        if (answer.refused)
            service_.refused(*answer.refused, client_.name, describe(answer));
        output_ = toHttp(answer, keepAlive);
        const bool sent = co_await write();
        co_return sent &&keepAlive;
    }

    std::string describe(const Answer &answer) const
    {
        return client_.name + " was refused with " + std::to_string(answer.status) + " (" +
               std::string(reasonName(*answer.refused)) + ')';
    }

    /// Sends `output_`.
    asio::awaitable<bool> write()
    {
        deadline_.in(service_.limits().writeTimeout);
        error_code error;
        co_await stream_->write(output_, error);
        deadline_.off();
        if (deadline_.passed())
            service_.refused(Reason::SlowReader, client_.name,
                             client_.name + " read too slowly and was disconnected; it may resume where it was");
        alive_ = !error && !deadline_.passed();
        co_return alive_;
    }

    asio::awaitable<void> streamEvents(const GetEvents &wanted)
    {
        EventCursor cursor(service_.feed(), wanted);
        const auto subscription = service_.feed().subscribe([this] { news_.cancel(); });
        output_ = eventStreamHead() + ": events of this node\n\n";
        while (co_await write()) {
            output_ = cursor.next(service_.limits().batchBytes);
            while (output_.empty() && wanted.follow) {
                const bool came = co_await newsCame();
                output_ = came ? cursor.next(service_.limits().batchBytes) : ": still here\n\n";
            }
            if (output_.empty())
                co_return;
        }
    }

    /// False: nothing happened for a heartbeat's time.
    asio::awaitable<bool> newsCame()
    {
        error_code error;
        news_.expires_after(service_.limits().heartbeat);
        co_await news_.async_wait(asio::redirect_error(asio::use_awaitable, error));
        co_return error == asio::error::operation_aborted;
    }

    // ---- leaving -------------------------------------------------------------------------------

    asio::awaitable<void> refuse(const Answer &answer)
    {
        std::ignore = co_await send(answer, false);
        const bool stillTalking = answer.refused != Reason::Timeout;
        if (alive_ && stillTalking)
            co_await drain();
    }

    /// Closing on a client that is still sending could destroy the answer on its way: listens until it falls silent.
    asio::awaitable<void> drain()
    {
        const auto &limits = service_.limits();
        const auto end = std::chrono::steady_clock::now() + limits.lingerTimeout;
        std::array<char, 16384> bytes; // NOLINT: thrown away
        error_code error;
        while (!error && std::chrono::steady_clock::now() < end) {
            deadline_.in(limits.silence);
            co_await stream_->read(bytes.data(), bytes.size(), error);
        }
        deadline_.off();
    }

    asio::awaitable<void> sayGoodbye()
    {
        if (!alive_)
            co_return;
        deadline_.in(service_.limits().lingerTimeout);
        co_await stream_->shutdown();
        deadline_.off();
    }

    Service &service_;
    std::unique_ptr<Stream> stream_;
    Client client_;
    Deadline deadline_;
    asio::steady_timer news_;
    std::shared_ptr<void> planPlace_; ///< among the few with a long body
    std::string input_;               ///< read, not yet parsed
    /// Being sent. A member, since g++ 12 destroys twice what a coroutine takes by value from a temporary.
    std::string output_;
    bool first_ = true;
    bool alive_ = true;
};

} // namespace

asio::awaitable<void> serve(Service &service, std::unique_ptr<Stream> stream, Client client)
{
    Session session(service, std::move(stream), std::move(client), co_await asio::this_coro::executor);
    co_await session.run();
}

} // namespace twinhelm::api
