#include "agent/api/api_process.h"

#include <array>

#include <unistd.h>

namespace twinhelm::api
{

/// Reads what the guardian relays until it ends; nobody is served yet.
int runApi(const ApiOptions &, agent::ChannelFd channel)
{
    std::array<char, 65536> buffer{};
    while (::read(channel.get(), buffer.data(), buffer.size()) > 0) {
    }
    return 0;
}

} // namespace twinhelm::api
