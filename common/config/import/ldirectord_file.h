#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/config/import/import_text.h"

/// ldirectord.cf as its sections, before anything is made of it.
namespace twinhelm::config::import
{

/// NAME = VALUE. Quotes around the whole value are gone.
struct Setting {
    Piece name;
    Piece value;
    Piece line;
};

struct LdirectordService {
    Setting header; ///< virtual = ...
    std::vector<Setting> settings;
};

struct LdirectordFile {
    std::vector<Setting> global;
    std::vector<LdirectordService> services;
    std::vector<Piece> strange; ///< lines of another form
};

/// Indented lines belong to the virtual= before them.
[[nodiscard]] LdirectordFile readLdirectord(std::string_view text);

/// The last setting of this name; nullptr when there is none.
[[nodiscard]] const Setting *find(const std::vector<Setting> &settings, std::string_view name);

} // namespace twinhelm::config::import
