#include "gui/core/deploy/deploy_report.h"

#include <algorithm>

#include <QStringList>

#include "gui/core/base/qt_text.h"
#include "gui/core/deploy/deploy_error.h"

namespace twinhelm::desk
{
namespace
{

QString nameOf(DeployStep step)
{
    switch (step) {
    case DeployStep::Connect: return Deploy::tr("connect");
    case DeployStep::Inspect: return Deploy::tr("inspect");
    case DeployStep::Upload: return Deploy::tr("upload");
    case DeployStep::Validate: return Deploy::tr("validate");
    case DeployStep::BackUp: return Deploy::tr("back up");
    case DeployStep::Activate: return Deploy::tr("activate");
    case DeployStep::Reload: return Deploy::tr("reload");
    case DeployStep::Verify: return Deploy::tr("verify");
    }
    return {};
}

} // namespace

QString DeployReport::summary() const
{
    QStringList lines;
    if (failure) {
        lines << Deploy::tr("The deploy stopped on %1 at \"%2\": %3")
                     .arg(failure->node, nameOf(failure->step), toQt(failure->error.what));
    } else if (cancelled) {
        lines << Deploy::tr("The deploy was stopped.");
    } else {
        QStringList names;
        for (const auto &node : nodes)
            names << node.node;
        lines << Deploy::tr("The new configuration is in force on %1.").arg(names.join(QStringLiteral(", ")));
    }
    for (const auto &node : nodes)
        lines << QStringLiteral("%1: %2").arg(node.node, node.text);
    if (failure && !failure->error.mend.empty())
        lines << toQt(failure->error.mend);
    if (failure && !failure->output.trimmed().isEmpty())
        lines << failure->output.trimmed();
    return lines.join(QLatin1Char('\n'));
}

} // namespace twinhelm::desk
