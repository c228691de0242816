#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/wire/messages.h"

namespace twinhelm::ctl
{

/// Picks the events out of the agent's event stream, cut anywhere. Every event of ours is one `data:` line. Pure.
class EventReader
{
public:
    [[nodiscard]] std::vector<wire::Event> feed(std::string_view bytes);

private:
    std::string rest_;
};

} // namespace twinhelm::ctl
