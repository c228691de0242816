#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace twinhelm::config::edit
{

/// What stands in brackets: a name ([VI_1], [10.0.0.1 80]) or a number among its likes ([#2], counted from 1).
struct Selector {
    std::string name;
    unsigned number = 0; ///< 0: by name
    friend bool operator==(const Selector &, const Selector &) = default;
};

struct Step {
    std::string keyword; ///< also "$NAME" for a definition
    std::vector<Selector> selectors;
    friend bool operator==(const Step &, const Step &) = default;
};

/// A place in a configuration as people write it:
///   vrrp_instance[VI_1]/priority                             a value
///   virtual_server[10.0.0.1 80]/real_server[10.0.0.7 80]     a block
///   vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3/24]       an entry of a list
///   vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3/24]/dev   a word of an entry
///   virtual_server_group[G1][10.0.0.1 80]                    an entry of a list that has a name
///   vrrp_instance[#2], vrrp_instance[VI_1][#2]               the second one, the second one of this name
///   $PRIORITY                                                a definition
/// A name with brackets in it stands in double quotes: ["a[1]"].
struct Path {
    std::vector<Step> steps; ///< at least one

    /// E0008 says where and what is wrong.
    [[nodiscard]] static Result<Path> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    /// The first `count` steps.
    [[nodiscard]] std::string text(std::size_t count) const;
    friend bool operator==(const Path &, const Path &) = default;
};

/// Words with single blanks between them, without double quotes: how names are compared.
[[nodiscard]] std::string plainWords(std::string_view text);

} // namespace twinhelm::config::edit
