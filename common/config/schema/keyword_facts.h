#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/config/schema/keyword.h"

namespace twinhelm::config::schema
{

/// What a row says besides its help, as label and sentence, in the order people ask: value, range, default, ...
using Facts = std::vector<std::pair<std::string_view, std::string>>;
[[nodiscard]] Facts keywordFacts(const Keyword &keyword);

/// In words: "whole number", "one of MASTER, BACKUP", "command".
[[nodiscard]] std::string valueText(const Argument &value);
/// In words: "at once; a virtual address may move to another node".
[[nodiscard]] std::string_view effectText(Effect effect);
[[nodiscard]] std::string_view levelText(Level level);
/// "seconds", "bytes"; empty for none.
[[nodiscard]] std::string_view unitText(Unit unit);
/// A bound without trailing zeros: 0.01, 255, 18446744073709551615.
[[nodiscard]] std::string boundText(double bound);

} // namespace twinhelm::config::schema
