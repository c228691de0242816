#include "common/health/udp_reply.h"

#include <algorithm>

namespace twinhelm::health
{

bool replyMatches(const UdpProbe &probe, std::string_view reply)
{
    if (probe.reply.empty())
        return true;
    if (reply.size() < probe.leastReply || reply.size() > probe.mostReply)
        return false;
    for (std::size_t i = 0; i < std::min(reply.size(), probe.reply.size()); ++i) {
        const auto mask = i < probe.replyMask.size() ? static_cast<unsigned char>(probe.replyMask[i]) : 0xFFU;
        const auto differs = static_cast<unsigned char>(reply[i]) ^ static_cast<unsigned char>(probe.reply[i]);
        if ((differs & mask) != 0)
            return false;
    }
    return true;
}

} // namespace twinhelm::health
