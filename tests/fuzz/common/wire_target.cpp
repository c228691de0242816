#include "common/wire/json.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

template<typename Message>
void roundTrip(const Result<Message> &first, Result<Message> (*parse)(std::string_view))
{
    if (!first)
        return;
    const auto text = wire::toJson(*first);
    const auto again = parse(text);
    promise(again.has_value(), "what was written can be read");
    promise(wire::toJson(*again) == text, "a message means the same after a round trip");
}

} // namespace

void wireTarget(std::string_view input)
{
    roundTrip(wire::parseNodeState(input), wire::parseNodeState);
    roundTrip(wire::parseEvent(input), wire::parseEvent);
    roundTrip(wire::parseRefusal(input), wire::parseRefusal);
    roundTrip(wire::parseCheckReport(input), wire::parseCheckReport);
}

} // namespace twinhelm::fuzz
