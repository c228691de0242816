#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "agent/process/commands.h"
#include "agent/process/configuration_message.h"
#include "agent/process/message.h"
#include "tests/fuzz/agent/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

using namespace agent;

namespace
{

/// We send whole numbers; what is beyond 64 bits is read as a fraction, whose last digit may change on the way.
bool hasFraction(const boost::json::value &value)
{
    if (const auto *list = value.if_array())
        return std::any_of(list->begin(), list->end(), hasFraction);
    if (const auto *object = value.if_object())
        return std::any_of(object->begin(), object->end(), [](const auto &one) { return hasFraction(one.value()); });
    return value.is_double();
}

} // namespace

void messageTarget(std::string_view input)
{
    const auto message = decodeMessage(input);
    if (!message) {
        promise(message.error().code == "A0181" && !message.error().mend.empty(), "a refusal says what to do");
        return;
    }
    const auto line = encodeMessage(*message);
    promise(line.find('\n') == std::string::npos, "a message is one line");
    const auto again = decodeMessage(line);
    promise(again && again->kind == message->kind && again->id == message->id, "what was sent is what arrives");
    promise(hasFraction(message->body) || encodeMessage(*again) == line, "a message means the same after a round trip");

    (void)commandOf(message->body);
    (void)instanceOf(message->body);
    (void)adoptIn(message->body);
    if (const auto result = replyResult(message->body); !result)
        promise(replyResult(refusalReply(result.error())).error() == result.error(), "a refusal travels");
    if (const auto bytes = parseConfigureCommand(message->body)) {
        const auto back = parseConfigureCommand(makeConfigureCommand(*bytes, true));
        promise(back && *back == *bytes, "a configuration travels");
    }
}

} // namespace twinhelm::fuzz
