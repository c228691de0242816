#include "agent/api/router.h"

#include <algorithm>
#include <charconv>

#include <boost/json.hpp>

namespace twinhelm::api
{

namespace
{

constexpr auto seeDocs = "GET /v1/state, /v1/events, /metrics; POST /v1/instances/NAME/handover, "
                         "/v1/instances/NAME/release, /v1/services/NAME/servers/NAME/drain, .../undrain, "
                         ".../weight, .../probe, /v1/reload, /v1/plan, /v1/upgrade. See docs/api.md.";

constexpr std::string_view planPath = "/v1/plan";
constexpr std::string_view upgradePath = "/v1/upgrade";

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

template<typename Number>
std::optional<Number> number(std::string_view text)
{
    Number out = 0;
    const auto *const end = text.data() + text.size();
    const auto [next, error] = std::from_chars(text.data(), end, out);
    if (text.empty() || error != std::errc{} || next != end)
        return std::nullopt;
    return out;
}

Answer badRequest(std::string what, std::string mend)
{
    return refusal(400, Reason::Malformed, {"A0400", std::move(what), std::move(mend)});
}

/// after=ID, last=COUNT, follow=no; each at most once counts.
std::variant<Route, Answer> eventsRoute(std::string_view query, const std::string &lastEventId)
{
    GetEvents out;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto name = pair.substr(0, pair.find('='));
        const auto value = pair.substr(std::min(pair.size(), name.size() + 1));
        if (name == "after")
            out.after = number<std::uint64_t>(value);
        else if (name == "last")
            out.last = number<std::size_t>(value);
        else if (name == "follow")
            out.follow = value != "no";
        if ((name == "after" && !out.after) || (name == "last" && !out.last))
            return badRequest("The query " + std::string(pair) + " is not a number.",
                              "Write /v1/events?after=ID with the id of the last event you have, or ?last=COUNT.");
    }
    // A stream that is taken up again says so in the header; the URL is still the first one's.
    if (!lastEventId.empty()) {
        out.after = number<std::uint64_t>(lastEventId);
        out.last.reset();
        if (!out.after)
            return badRequest("The header Last-Event-ID is not a number.", "Send the id of the last event you have.");
    }
    return Route{out};
}

/// instances/NAME/VERB
std::optional<Route> instanceRoute(std::string_view path)
{
    constexpr std::string_view prefix = "/v1/instances/";
    if (!path.starts_with(prefix))
        return std::nullopt;
    path.remove_prefix(prefix.size());
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto name = percentDecoded(path.substr(0, slash));
    const auto verb = path.substr(slash + 1);
    if (!name || name->empty() || path.substr(0, slash).find('/') != std::string_view::npos)
        return std::nullopt;
    if (verb == "handover")
        return HandOver{*name};
    if (verb == "release")
        return ReleaseHold{*name};
    return std::nullopt;
}

/// services/NAME/servers/NAME/VERB
std::optional<Route> serverRoute(std::string_view path, const std::string &body)
{
    constexpr std::string_view prefix = "/v1/services/";
    constexpr std::string_view middle = "/servers/";
    if (!path.starts_with(prefix))
        return std::nullopt;
    path.remove_prefix(prefix.size());
    const auto half = path.find(middle);
    const auto slash = path.rfind('/');
    if (half == std::string_view::npos || slash < half + middle.size())
        return std::nullopt;
    const auto serverPart = path.substr(half + middle.size(), slash - half - middle.size());
    const auto service = percentDecoded(path.substr(0, half));
    const auto server = percentDecoded(serverPart);
    const auto verb = path.substr(slash + 1);
    const bool known = verb == "drain" || verb == "undrain" || verb == "weight" || verb == "probe";
    if (!known || !service || !server || service->empty() || server->empty() ||
        path.substr(0, half).find('/') != std::string_view::npos || serverPart.find('/') != std::string_view::npos)
        return std::nullopt;
    return ServerCommand{std::string(verb), *service, *server, body};
}

/// {"binary":"/usr/sbin/twinhelmd"}, or nothing.
std::variant<Route, Answer> upgradeRoute(const std::string &body)
{
    if (body.empty())
        return Route{Upgrade{}};
    boost::json::error_code bad;
    const auto value = boost::json::parse(body, bad);
    const auto *const object = value.if_object();
    const auto *const binary = object == nullptr ? nullptr : object->if_contains("binary");
    if (bad || object == nullptr || (binary != nullptr && !binary->is_string()))
        return badRequest("The body of an upgrade is not what it should be.",
                          R"(Send nothing, or {"binary":"/path/of/twinhelmd"}.)");
    return Route{Upgrade{binary == nullptr ? std::string() : boost::json::value_to<std::string>(*binary)}};
}

std::variant<Route, Answer> findRoute(Request &request)
{
    const std::string_view target = request.target;
    const auto path = target.substr(0, target.find('?'));
    const auto query = target.substr(std::min(target.size(), path.size() + 1));
    if (path == "/v1/state")
        return Route{GetState{}};
    if (path == "/metrics")
        return Route{GetMetrics{}};
    if (path == "/v1/events")
        return eventsRoute(query, request.lastEventId);
    if (path == "/v1/reload")
        return Route{Reload{}};
    if (path == planPath)
        return Route{Plan{std::move(request.body)}};
    if (path == upgradePath)
        return upgradeRoute(request.body);
    if (auto found = instanceRoute(path))
        return *found;
    if (auto found = serverRoute(path, request.body))
        return *found;
    return refusal(404, Reason::UnknownPath,
                   {"A0404", "There is nothing at " + std::string(path.substr(0, 200)) + '.', seeDocs});
}

std::string_view methodOf(const Route &route)
{
    return std::holds_alternative<GetState>(route) || std::holds_alternative<GetMetrics>(route) ||
                   std::holds_alternative<GetEvents>(route)
               ? "GET"
               : "POST";
}

} // namespace

Role roleOf(std::string_view organizationalUnit)
{
    if (organizationalUnit == "operator")
        return Role::Operator;
    return organizationalUnit == "viewer" ? Role::Viewer : Role::None;
}

bool mayHaveLongBody(std::string_view method, std::string_view target, Role role)
{
    return method == "POST" && target == planPath && role == Role::Operator;
}

std::variant<Route, Answer> route(Request request, Role role)
{
    if (role == Role::None)
        return refusal(403, Reason::NotAllowed,
                       {"A0403", "This certificate has no role here.",
                        "Its subject needs OU=viewer or OU=operator; let the desk issue one."});
    auto found = findRoute(request);
    const auto *const wanted = std::get_if<Route>(&found);
    if (wanted == nullptr)
        return found;
    const std::string method(methodOf(*wanted));
    if (request.method != method) {
        auto out =
            refusal(405, Reason::WrongMethod,
                    {"A0405", "This path takes " + method + ", not " + request.method.substr(0, 20) + '.', seeDocs});
        out.allow = method;
        return out;
    }
    if (method == "POST" && role != Role::Operator)
        return refusal(403, Reason::NotAllowed,
                       {"A0403", "A viewer may look, not act.", "Use a certificate with OU=operator."});
    return found;
}

} // namespace twinhelm::api
