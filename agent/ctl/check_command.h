#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

enum class Format { Text, Json, Sarif };

struct CheckWanted {
    std::vector<std::string> files; ///< FILE, or ID=FILE for several nodes of one cluster
    std::string nodeId;             ///< for a FILE alone
    std::vector<std::string> ids;   ///< the nodes of a document of several
    std::string targetVersion;      ///< of keepalived; empty: the newest
    Format format = Format::Text;
    bool strict = false;
    bool colours = false;
};

/// Says what is wrong with configurations: each node's by itself and, when several are given, how they fit together.
/// Returns exit_code::check's.
int check(const CheckWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
