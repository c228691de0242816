#pragma once

#include <string>
#include <string_view>

#include "common/config/expand/words.h"
#include "common/config/schema/argument.h"
#include "common/config/schema/keyword.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// A value that a keyword or an entry expects.
struct Expected {
    schema::Argument argument;
    std::string_view name; ///< what it is called in messages
    schema::Misfit misfit = schema::Misfit::Default;
    bool zeroIsOne = false;
    bool anyBase = false;                                        ///< 0x and octal are read, too
    bool prefix = false;                                         ///< an address with an optional length
    std::string_view otherwise = "the default is taken instead"; ///< of a value that does not fit

    [[nodiscard]] static Expected valueOf(const schema::Keyword &keyword);
    [[nodiscard]] static Expected of(const schema::Argument &argument);
};

/// Whether `word` is such a value: kind, range, length, choices.
[[nodiscard]] bool fits(const Expected &expected, const Word &word);

/// Says what is wrong with `word` as such a value (K0101, K0102, K0104 to K0107, K0109, K0111 to K0113). A word that
/// `schema::Kind::Secret` expects is never part of a message.
void checkArgument(const Expected &expected, const Word &word, Diagnostics &diagnostics);

} // namespace twinhelm::config
