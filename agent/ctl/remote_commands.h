#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "agent/ctl/api_client.h"
#include "agent/ctl/streams.h"

/// The commands that ask a running agent. Each returns an exit code (exit_code.h).
namespace twinhelm::ctl
{

int status(const ApiClient &agent, bool json, const Streams &io);
int metrics(const ApiClient &agent, const Streams &io);
/// `verb` is handover or release.
int instanceCommand(const ApiClient &agent, const std::string &verb, const std::string &instance, bool json,
                    const Streams &io);
int reload(const ApiClient &agent, bool json, const Streams &io);
/// What a reload of `file` would do on the live node; nothing is changed. exit_code::badConfig: it would be refused.
[[nodiscard]] int plan(const ApiClient &agent, const std::string &file, bool json, const Streams &io);

/// `binary` empty: the file twinhelmd was started from.
int upgrade(const ApiClient &agent, const std::string &binary, bool json, const Streams &io);

struct EventsWanted {
    std::optional<std::uint64_t> after; ///< else the newest `last`
    std::size_t last = 50;
    bool follow = false;
    bool json = false;
};
/// When followed, goes on over restarts of the agent, from the last event seen, until it cannot be reached for a
/// minute.
int events(const ApiClient &agent, const EventsWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
