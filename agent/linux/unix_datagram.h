#pragma once

#include <string>
#include <string_view>

namespace twinhelm::agent
{

/// Sends to a Unix socket by its path; one that begins with @ is in the abstract namespace. False: nobody took it.
bool sendDatagram(int fd, const std::string &path, std::string_view bytes);

} // namespace twinhelm::agent
