#include "agent/ctl/event_reader.h"

#include "common/wire/json.h"

namespace twinhelm::ctl
{

std::vector<wire::Event> EventReader::feed(std::string_view bytes)
{
    constexpr std::string_view field = "data: ";
    std::vector<wire::Event> out;
    rest_ += bytes;
    std::size_t at = 0;
    for (auto newline = rest_.find('\n'); newline != std::string::npos; newline = rest_.find('\n', at)) {
        const auto line = std::string_view(rest_).substr(at, newline - at);
        at = newline + 1;
        if (!line.starts_with(field))
            continue;
        if (auto event = wire::parseEvent(line.substr(field.size())))
            out.push_back(std::move(*event));
    }
    rest_.erase(0, at);
    return out;
}

} // namespace twinhelm::ctl
