#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"
#include "common/base/result.h"
#include "common/health/settings.h"

namespace twinhelm::ctl
{

/// twinhelmctl probe KIND ADDRESS [PORT] ..., or FILE PATH.
struct ProbeWanted {
    std::vector<std::string> words; ///< "http 10.0.0.7 80", or "lb1.conf virtual_server[10.0.0.3 80]"
    std::string node;               ///< config id that FILE is read for
    std::string timeout = "5s";     ///< connect_timeout
    std::string path = "/";
    std::string host;  ///< virtualhost
    std::string codes; ///< "200-299,404"
    std::string digest;
    std::string regex;
    std::string serverName; ///< SNI; empty: the host
    std::string version = "1.0";
    std::string name = "."; ///< DNS
    std::string type = "SOA";
    std::string helo;
    std::string payload;
    std::string reply;
    std::string bindAddress;
    std::string bindInterface;
    unsigned fwmark = 0;
    bool requireReply = false;
    bool verify = false;
    bool json = false;
};

/// An ad-hoc probe as the words and options say. A0497: what of them makes no sense.
[[nodiscard]] Result<health::Probe> adHocProbe(const ProbeWanted &wanted);

/// Runs the probe, or those of a configuration's real servers, from this machine and prints their transcripts with
/// timing. Asks no agent. ok: all passed; refused: one did not.
int probe(const ProbeWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
