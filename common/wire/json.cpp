#include "common/wire/json.h"

#include <boost/json/parse.hpp>

#include "common/wire/json_reader.h"
#include "common/wire/json_writer.h"

namespace twinhelm::wire
{

namespace
{

constexpr auto speakTheSame = "Both ends must speak Twinhelm's API version 1; see docs/api.md for the fields.";

std::string_view kindName(boost::json::kind kind)
{
    switch (kind) {
    case boost::json::kind::null: return "null";
    case boost::json::kind::bool_: return "true or false";
    case boost::json::kind::int64:
    case boost::json::kind::uint64: return "a whole number out of range";
    case boost::json::kind::double_: return "a fraction";
    case boost::json::kind::string: return "a text";
    case boost::json::kind::array: return "a list";
    case boost::json::kind::object: return "an object";
    }
    return "something else";
}

template<typename Message>
std::string write(const Message &message)
{
    std::string out;
    JsonWriter(out).write(message);
    return out;
}

Result<boost::json::value> parseValue(std::string_view text)
{
    if (text.size() > maxJsonBytes)
        return fail("A0452", "The message has " + std::to_string(text.size()) + " bytes; the limit is " +
                                 std::to_string(maxJsonBytes) + ".");
    boost::json::parse_options options;
    options.max_depth = maxJsonDepth;
    boost::json::error_code bad;
    auto value = boost::json::parse({text.data(), text.size()}, bad, {}, options);
    if (bad == boost::json::error::too_deep)
        return fail("A0452", "The message is nested deeper than " + std::to_string(maxJsonDepth) + " levels.");
    if (bad)
        return fail("A0450", "The message is not JSON: " + bad.message() + '.', speakTheSame);
    return value;
}

template<typename Message>
Result<Message> parse(std::string_view text)
{
    const auto value = parseValue(text);
    if (!value)
        return tl::unexpected(value.error());
    return readMessage<Message>(*value);
}

} // namespace

void JsonReader::refuse(const boost::json::value &found, const std::string &expected)
{
    if (error_)
        return;
    const auto where = path_.empty() ? std::string("the message") : path_.substr(path_.front() == '.' ? 1 : 0);
    error_ = Error{"A0451", where + ": expected " + expected + ", found " + std::string(kindName(found.kind())) + '.',
                   speakTheSame};
}

std::string toJson(const NodeState &state)
{
    return write(state);
}

std::string toJson(const Event &event)
{
    return write(event);
}

std::string toJson(const Refusal &refusal)
{
    return write(refusal);
}

std::string toJson(const CheckReport &report)
{
    return write(report);
}

std::string toJson(const PlanReport &report)
{
    return write(report);
}

std::string toJson(const ProbeReport &report)
{
    return write(report);
}

Result<NodeState> parseNodeState(std::string_view text)
{
    return parse<NodeState>(text);
}

Result<Event> parseEvent(std::string_view text)
{
    return parse<Event>(text);
}

Result<Refusal> parseRefusal(std::string_view text)
{
    return parse<Refusal>(text);
}

Result<CheckReport> parseCheckReport(std::string_view text)
{
    return parse<CheckReport>(text);
}

Result<PlanReport> parsePlanReport(std::string_view text)
{
    return parse<PlanReport>(text);
}

Result<ProbeReport> parseProbeReport(std::string_view text)
{
    return parse<ProbeReport>(text);
}

} // namespace twinhelm::wire
