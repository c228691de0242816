#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

QString shellQuote(const QString &text)
{
    QString quoted = text;
    // Inside single quotes a POSIX shell knows no special character but the quote itself.
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace twinhelm::desk
