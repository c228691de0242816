#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twinhelm::cluster
{

/// What a text says to one node, without comments and white space: its lines after conditions, definitions and
/// repetitions, and as they stand in the file. Included files are not followed; the include lines count.
struct Meaning {
    std::vector<std::string> expanded;
    std::vector<std::string> written;
    friend bool operator==(const Meaning &, const Meaning &) = default;
};

[[nodiscard]] Meaning meaningFor(std::string_view text, std::string_view node);

/// The same, with the blocks whose order keepalived does not mind (instances, groups, servers) in order of their names.
[[nodiscard]] Meaning withoutOrder(const Meaning &meaning);

} // namespace twinhelm::cluster
