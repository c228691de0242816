#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"

/// The commands that read and change one place of a configuration file. Each returns an exit code (exit_code.h).
/// A file is replaced in one moment and keeps mode and owner; "-" is standard input, the result goes to standard
/// output. A change that would make a new error is refused unless forced. What the file says already changes nothing
/// and is no failure.
namespace twinhelm::ctl
{

struct GetWanted {
    std::string file;
    std::string path;
    std::string node; ///< empty: every node that the file names
    bool json = false;
};
/// Prints what holds at the path, definitions and includes resolved. Refused when nothing is set there.
int getValue(const GetWanted &wanted, const Streams &io);

struct EditWanted {
    std::string file;
    std::string path;
    std::vector<std::string> words; ///< value, body, new name or target path
    std::string node;               ///< empty: every node
    std::vector<std::string> nodes; ///< of the cluster, besides those that the file names
    std::string side;               ///< of move: before, behind or into
    bool inPlace = false;
    bool force = false;
    bool dryRun = false; ///< print a unified diff instead of writing
};
int setValue(const EditWanted &wanted, const Streams &io);
int unsetValue(const EditWanted &wanted, const Streams &io);
int addThing(const EditWanted &wanted, const Streams &io);
int renameThing(const EditWanted &wanted, const Streams &io);
int moveThing(const EditWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
