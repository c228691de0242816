#pragma once

#include "common/config/expand/words.h"
#include "common/config/schema/block.h"
#include "common/config/schema/keyword.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// One line of an address list: an address, then the options of `entry`.
void checkAddressEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics);

/// One line of virtual_routes or static_routes: options around one destination.
void checkRouteEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics);

/// One line of virtual_rules or static_rules: selectors and an action.
void checkRuleEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics);

/// One line of a list that has no keywords: Keyword::more says what it holds.
void checkListEntry(const schema::Keyword &list, Words words, Diagnostics &diagnostics);

} // namespace twinhelm::config
