#include "gui/core/site/site_types.h"

#include <algorithm>

namespace twinhelm::desk
{

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name.front() != u'.' && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.';
    });
}

} // namespace twinhelm::desk
