#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk::error
{

tl::unexpected<Error> make(const char *code, const QString &what, const QString &mend)
{
    return fail(code, what.toStdString(), mend.toStdString());
}

} // namespace twinhelm::desk::error
