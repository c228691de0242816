#pragma once

#include <string>
#include <vector>

#include "common/config/source/file_access.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::cluster
{

struct NodeText {
    std::string node; ///< config id, as in keepalived -i
    std::string text; ///< that node's keepalived.conf; may be a merged document, of which its part counts
    /// How included files of this node are read; without it, includes that differ become conditional lines.
    config::FileReader readFile{};
    config::FileFinder findFiles{};
    std::string directory{}; ///< where relative includes start
};

struct Merged {
    std::string text;        ///< one document in keepalived's conditional syntax; empty when there is an error
    Diagnostics diagnostics; ///< `node` says whose file; ranges are of that file
};

/// Several nodes' files as one: what is equal is written once, what differs becomes @node lines, next to each other.
/// Blocks are paired by keyword and name, statements by keyword. For every node, splitFor(merged, node) means what that
/// node's own file means, with its statements in their order; this is checked before the result is given out. Only
/// named blocks of the top level, whose order keepalived does not mind, may come in another node's order (hint C0004).
/// Comments are kept, equal ones once; those of one node only become conditional lines too. Equal files give exactly
/// that file; the parts of a merged document give that document.
/// Includes that all nodes have stay. Others are replaced by the files when those can be read, else they become
/// conditional lines with a warning (C0005); that an equal include names different files is a warning (C0006).
/// A node that only conditions name, like lb03 in a file of lb01, keeps its lines (hint C0007).
/// Errors: C0001 names, C0002 braces, C0003 a text that conditional lines cannot say, C0008 files that say different
/// things to a node that was not given.
/// Cost: n log n in the number of statements. At most 64 nodes.
[[nodiscard]] Merged merge(const std::vector<NodeText> &nodes);

} // namespace twinhelm::cluster
