#pragma once

#include <string>
#include <string_view>

namespace twinhelm::wire
{

/// Appends `text` as a JSON string with its quotes. Control characters are escaped, so the result is one line;
/// bytes that are not UTF-8 become U+FFFD, one for each byte, since a reader would refuse the whole message.
void appendQuoted(std::string &out, std::string_view text);

} // namespace twinhelm::wire
