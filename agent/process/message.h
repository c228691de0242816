#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "common/base/result.h"

namespace twinhelm::agent
{

/// state: a wire::NodeState (from vrrp: its part of one). event: a wire::Event. command and reply: see commands.h.
enum class MessageKind : std::uint8_t { State, Event, Command, Reply };

struct Message {
    MessageKind kind = MessageKind::State;
    std::uint64_t id = 0; ///< of a command; its reply carries the same
    boost::json::value body;
};

/// One line without its newline. Pure, and without an event loop, so that fuzzers can do without one.
[[nodiscard]] std::string encodeMessage(const Message &message);
/// A0181 when the line is not a message.
[[nodiscard]] Result<Message> decodeMessage(std::string_view line);

} // namespace twinhelm::agent
