#pragma once

#include <string>
#include <vector>

#include "agent/ctl/streams.h"

/// Several nodes' files as one document, and back. Each returns an exit code (exit_code.h).
namespace twinhelm::ctl
{

/// `inputs` as ID=FILE; one FILE may be "-". `output` empty: to standard output.
int mergeFiles(const std::vector<std::string> &inputs, const std::string &output, const Streams &io);

struct SplitWanted {
    std::string file;
    std::string node;   ///< one node's file
    bool all = false;   ///< every node's, as NODE.conf in the folder `output`
    std::string output; ///< empty: standard output, for one node
};
int splitFile(const SplitWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
