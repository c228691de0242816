#pragma once

#include <string_view>
#include <vector>

namespace twinhelm::config::schema
{

/// Whether `word` is one of `choices`, words joined by '|'. An empty word is none.
[[nodiscard]] bool isChoice(std::string_view choices, std::string_view word);

/// The words of "MASTER|BACKUP", in order; none of "".
[[nodiscard]] std::vector<std::string_view> choiceList(std::string_view choices);

} // namespace twinhelm::config::schema
