#pragma once

#include <string_view>

namespace twinhelm::fuzz
{

void messageTarget(std::string_view input); ///< what the processes of a node say to each other
void requestTarget(std::string_view input); ///< the API's requests: method, target and Last-Event-ID, a line each
void ledgerTarget(std::string_view input);  ///< the files a predecessor left: addresses, objects, journal
void netlinkTarget(std::string_view input); ///< the kernel's answers and news
void ipvsTarget(std::string_view input);    ///< the kernel's answers about its virtual servers

} // namespace twinhelm::fuzz
