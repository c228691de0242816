#pragma once

#include <cstdint>
#include <string_view>

namespace twinhelm::vrrp
{

enum class State : std::uint8_t { Init, Backup, Master, Fault, Stopped };

/// keepalived's words: INIT BACKUP MASTER FAULT STOP.
[[nodiscard]] constexpr std::string_view stateName(State state)
{
    switch (state) {
    case State::Init: return "INIT";
    case State::Backup: return "BACKUP";
    case State::Master: return "MASTER";
    case State::Fault: return "FAULT";
    case State::Stopped: return "STOP";
    }
    return "?";
}

} // namespace twinhelm::vrrp
