#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "common/config/schema/schema.h"
#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config::edit
{

/// A word that names a block defined elsewhere: an instance in a sync group, a script in track_script.
struct Reference {
    std::uint32_t statement = 0; ///< or block, when its header says it: virtual_server group NAME
    std::uint32_t word = 0;
    std::string_view block; ///< by its proper keyword: vrrp_script, track_file
};

/// Every reference of a document, in document order, as the schema's rows tell. Words that hold a $ are left out: what
/// they say is not known here. Cost: one walk.
[[nodiscard]] std::vector<Reference> references(const SyntaxTree &tree);

/// The spelling that rows refer to: track_file for vrrp_track_file.
[[nodiscard]] std::string_view properKeyword(const schema::Keyword &row);

} // namespace twinhelm::config::edit
