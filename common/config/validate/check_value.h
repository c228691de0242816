#pragma once

#include <vector>

#include "common/config/expand/words.h"
#include "common/config/schema/block.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// The words behind a keyword against its schema row. `words` begins with the keyword.
void checkValue(const schema::Keyword &keyword, const ExpandedLine &line, const std::vector<Word> &words,
                Diagnostics &diagnostics);

/// One line of an address list: an address, then the options of `entry`.
void checkAddressEntry(const schema::Block &entry, const std::vector<Word> &words, Diagnostics &diagnostics);

/// One line of a track_* block: NAME [weight N [reverse|noreverse]].
void checkTrackEntry(const std::vector<Word> &words, Diagnostics &diagnostics);

/// One line of unicast_peer: ADDR [min_ttl N] [max_ttl N].
void checkPeerEntry(const std::vector<Word> &words, Diagnostics &diagnostics);

/// Full-width and invisible characters outside quotes (K0009): they look like ASCII and are not.
void checkCharacters(const ExpandedLine &line, Diagnostics &diagnostics);

} // namespace twinhelm::config
