#include "agent/guardian/succession.h"

#include <string_view>

#include <boost/json.hpp>

#include "common/wire/json_value.h"

namespace twinhelm::agent
{

namespace
{

namespace json = boost::json;

/// Raised when a program that knows only the ones before could not go on with it.
constexpr std::int64_t format = 1;
constexpr std::string_view canTakeOver = "twinhelmd can take over, version ";

/// Bytes of a channel may end in the middle of a character, which JSON cannot hold.
std::string toHex(const std::string &bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4U];
        out += digits[byte & 0xfU];
    }
    return out;
}

std::string fromHex(std::string_view text)
{
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        throw std::invalid_argument("not a hexadecimal digit");
    };
    std::string out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        out += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
    return out;
}

json::value writeChild(const ChildRecord &child)
{
    return json::object{{"role", child.state.role},      {"pid", child.state.pid},
                        {"state", child.state.state},    {"restarts", child.state.restarts},
                        {"since", child.state.since},    {"channel", child.channel},
                        {"unread", toHex(child.unread)}, {"unsent", toHex(child.unsent)}};
}

ChildRecord readChild(const json::value &value)
{
    const auto &object = value.as_object();
    ChildRecord out;
    out.state.role = json::value_to<std::string>(object.at("role"));
    out.state.pid = object.at("pid").to_number<int>();
    out.state.state = json::value_to<std::string>(object.at("state"));
    out.state.restarts = object.at("restarts").to_number<std::uint64_t>();
    out.state.since = object.at("since").to_number<std::int64_t>();
    out.channel = object.at("channel").to_number<int>();
    out.unread = fromHex(object.at("unread").as_string());
    out.unsent = fromHex(object.at("unsent").as_string());
    return out;
}

json::value writeConfig(const wire::ConfigState &config)
{
    return json::object{
        {"path", config.path},           {"sha256", config.sha256},        {"epoch", config.epoch},
        {"loaded_at", config.loadedAt},  {"last_error", config.lastError}, {"refused_sha256", config.refusedSha256},
        {"refused_at", config.refusedAt}};
}

wire::ConfigState readConfig(const json::value &value)
{
    const auto &object = value.as_object();
    wire::ConfigState out;
    out.path = json::value_to<std::string>(object.at("path"));
    out.sha256 = json::value_to<std::string>(object.at("sha256"));
    out.epoch = object.at("epoch").to_number<std::uint64_t>();
    out.loadedAt = object.at("loaded_at").to_number<std::int64_t>();
    out.lastError = json::value_to<std::string>(object.at("last_error"));
    out.refusedSha256 = json::value_to<std::string>(object.at("refused_sha256"));
    out.refusedAt = object.at("refused_at").to_number<std::int64_t>();
    return out;
}

Succession read(const json::object &object, ConfigurationBytes configuration)
{
    Succession out;
    out.fromVersion = json::value_to<std::string>(object.at("version"));
    out.configuration = std::move(configuration);
    out.config = readConfig(object.at("config"));
    out.startedAt = TimePoint(Duration(object.at("started_at").to_number<std::int64_t>()));
    out.lock = object.at("lock").to_number<int>();
    for (const auto &child : object.at("children").as_array())
        out.children.push_back(readChild(child));
    if (const auto *answer = object.if_contains("answer"))
        out.answer = answer->to_number<std::uint64_t>();
    return out;
}

} // namespace

std::string readyLine()
{
    return std::string(canTakeOver) + TWINHELM_VERSION;
}

std::optional<std::string> versionInReadyLine(const std::string &output)
{
    const auto line = output.substr(0, output.find('\n'));
    if (!line.starts_with(canTakeOver) || line.size() == canTakeOver.size())
        return std::nullopt;
    return line.substr(canTakeOver.size());
}

std::string writeSuccession(const Succession &succession)
{
    json::array children;
    for (const auto &child : succession.children)
        children.push_back(writeChild(child));
    json::object out{{"format", format},
                     {"version", succession.fromVersion},
                     {"configuration", makeConfigureCommand(succession.configuration)},
                     {"config", writeConfig(succession.config)},
                     {"started_at", succession.startedAt.time_since_epoch().count()},
                     {"lock", succession.lock},
                     {"children", std::move(children)}};
    if (succession.answer)
        out["answer"] = *succession.answer;
    return json::serialize(out);
}

Result<Succession> parseSuccession(const std::string &text)
{
    const auto refused = [](const std::string &why) {
        return fail("A0195", "what the running twinhelmd would leave cannot be taken over: " + why,
                    "restart the service instead; the addresses go to the peer meanwhile");
    };
    try {
        const auto value = json::parse(text);
        const auto &object = value.as_object();
        if (object.at("format").to_number<std::int64_t>() > format)
            return refused("it is of a later version");
        auto configuration = parseConfigureCommand(object.at("configuration"));
        if (!configuration)
            return tl::unexpected(configuration.error());
        return read(object, std::move(*configuration));
    } catch (const std::exception &error) { // Boost.JSON's accessors throw
        return refused(error.what());
    }
}

} // namespace twinhelm::agent
