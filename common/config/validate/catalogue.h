#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twinhelm::config
{

/// What an example needs around it to be a configuration.
enum class Place : std::uint8_t {
    File,     ///< nothing: it is one
    Global,   ///< inside global_defs
    Instance, ///< inside a vrrp_instance that has its interface, number and address
    Script,   ///< inside a vrrp_script that has its command and is tracked
    Service,  ///< inside a virtual_server that has its algorithm, kind, protocol and a real server
    Server,   ///< inside the only real_server of such a service; it brings the checker
};

/// What a diagnostic code means, for people: shown by the desk, `twinhelmctl explain`, docs/messages.md.
struct CatalogueEntry {
    std::string_view code; ///< Kxxxx of a configuration, Cxxxx of merging, Exxxx of an edit
    std::string_view title;
    std::string_view explanation; ///< why it matters
    std::string_view mend;        ///< what to do
    std::string_view bad;         ///< gets this code and no other; a comment line "#   ^^^" marks where
    std::string_view good;        ///< the same, mended; gets nothing
    Place place = Place::File;    ///< of both
};

/// nullptr for a code that does not exist.
[[nodiscard]] const CatalogueEntry *explain(std::string_view code);

/// All of them, by code.
[[nodiscard]] std::vector<const CatalogueEntry *> catalogue();

/// An example of `entry` as a whole file.
[[nodiscard]] std::string exampleFile(const CatalogueEntry &entry, std::string_view example);

/// docs/messages.md: every code with its explanation and examples.
[[nodiscard]] std::string messagesPage();

} // namespace twinhelm::config
