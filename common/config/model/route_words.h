#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/config/model/outline.h"
#include "common/config/model/route.h"
#include "common/config/model/word_cursor.h"

/// Parts of a route's line that have a grammar of their own.
namespace twinhelm::config::model
{

/// low, medium, high or a number.
[[nodiscard]] std::optional<unsigned> readRouterPreference(std::string_view word);
/// Behind the word "encap".
void readEncapsulation(Encapsulation &encapsulation, WordCursor &words);
void showEncapsulation(std::vector<Term> &terms, const Encapsulation &encapsulation);
/// Behind the word "nexthop", up to the next one or the end.
[[nodiscard]] NextHop readNextHop(WordCursor &words);
void showNextHop(std::vector<Term> &terms, const NextHop &hop);
/// False when the word in front is no metric.
bool readMetric(Rare<RouteMetrics> &metrics, WordCursor &words);
void showMetrics(std::vector<Term> &terms, const RouteMetrics &metrics);

} // namespace twinhelm::config::model
