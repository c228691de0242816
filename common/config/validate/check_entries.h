#pragma once

#include <vector>

#include "common/config/expand/words.h"
#include "common/config/schema/block.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// One line of an address list: an address, then the options of `entry`.
void checkAddressEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics);

/// One line of a track_* block: NAME [weight N [reverse|noreverse]].
void checkTrackEntry(Words words, Diagnostics &diagnostics);

/// One line of unicast_peer: ADDR [min_ttl N] [max_ttl N].
void checkPeerEntry(Words words, Diagnostics &diagnostics);

void checkInterfaceName(const Word &word, Diagnostics &diagnostics);

} // namespace twinhelm::config
