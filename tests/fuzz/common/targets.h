#pragma once

#include <string_view>

namespace twinhelm::fuzz
{

void parseTarget(std::string_view input);  ///< tokens cover the text, ranges lie inside it
void expandTarget(std::string_view input); ///< one node's whole way: expand, model, validate, lower
void mergeTarget(std::string_view input);  ///< two files, as "%%" lines part them: merge, split, the same meaning
void editTarget(std::string_view input);   ///< set, read back, remove, undo
void repairTarget(std::string_view input); ///< a text from a page
void wireTarget(std::string_view input);   ///< the API's messages
void writeTarget(std::string_view input);  ///< every written form, the importers, and lowering of virtual servers
void packetTarget(std::string_view input); ///< advertisements from the network
void replyTarget(
    std::string_view input); ///< what servers answer to checks: "h" HTTP, "p" regex and page, "s" SMTP, else DNS

} // namespace twinhelm::fuzz
