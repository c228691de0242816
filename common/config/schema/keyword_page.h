#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/schema/block.h"

namespace twinhelm::config::schema
{

enum class PageFormat { Markdown, Plain };

/// Everything the table knows about one keyword, for people: what it takes, range, default, since when, what a change
/// costs on a running node, and the paragraph. Plain is for terminals: at most 100 columns, no colours.
[[nodiscard]] std::string keywordPage(const Block &block, const Keyword &keyword, PageFormat format);

/// A keyword and where it is valid.
struct Place {
    const Block *block = nullptr;
    const Keyword *keyword = nullptr;
};

/// What somebody may mean by "vrrp_instance/advert_int" (one place), "advert_int" or "real_server/weight" (each place
/// whose path ends so). The spelling must be right: ask suggest() when nothing is found.
[[nodiscard]] std::vector<Place> places(std::string_view name);

struct DocFile {
    std::string name; ///< inside docs/keywords
    std::string text;
};

/// The reference docs/keywords/*.md: an index, and one file for each table of keywords.
[[nodiscard]] std::vector<DocFile> keywordDocs();

} // namespace twinhelm::config::schema
