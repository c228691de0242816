#pragma once

#include <string>

#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

struct RepairWanted {
    std::string file;
    std::string output; ///< empty: standard output
    bool yes = false;   ///< answers every question with yes
    bool json = false;  ///< the list of changes, as JSON
};

/// Prints the repaired text, and on standard error what was changed and what has to be asked. Returns 0 when nothing is
/// open, 1 when questions are, 2 when the text is no configuration, 3 when a file cannot be read or written.
int repair(const RepairWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
