#include "gui/core/presenters/cluster_presenter.h"

#include <algorithm>

namespace twinhelm::desk
{

ClusterPresenter::ClusterPresenter(LiveCluster *live, Document *document, QObject *parent)
    : QObject(parent), live_(live), document_(document)
{
    if (live_)
        connect(live_, &LiveCluster::changed, this, &ClusterPresenter::refresh);
    if (document_) {
        connect(document_, &Document::dirtyChanged, this, &ClusterPresenter::changed);
        connect(document_, &Document::diagnosticsChanged, this, &ClusterPresenter::changed);
    }
    refresh();
}

void ClusterPresenter::refresh()
{
    lamps_ = live_ ? nodeLamps(*live_) : QList<NodeLamp>();
    emit changed();
}

QString ClusterPresenter::title() const
{
    return live_ ? live_->name() : QString();
}

Verdict ClusterPresenter::verdict() const
{
    return live_ ? live_->judgement().verdict : Verdict::Unknown;
}

QString ClusterPresenter::verdictTitle() const
{
    return desk::verdictTitle(verdict());
}

QString ClusterPresenter::verdictText() const
{
    return live_ ? live_->judgement().text : tr("The nodes are not asked yet.");
}

ColourRole ClusterPresenter::verdictColour() const
{
    return colourOf(verdict());
}

QString ClusterPresenter::changesText() const
{
    if (!document_)
        return {};
    const auto &problems = document_->problems();
    const auto errors = std::count_if(problems.begin(), problems.end(),
                                      [](const Problem &each) { return each.severity == Severity::Error; });
    QStringList parts;
    if (document_->isDirty())
        parts << tr("unsaved changes");
    if (errors > 0)
        parts << tr("errors: %1").arg(errors);
    return parts.join(tr(", "));
}

bool ClusterPresenter::canDeploy() const
{
    return deployBlocker().isEmpty();
}

QString ClusterPresenter::deployBlocker() const
{
    if (!document_)
        return tr("The configuration is not open.");
    for (const auto &problem : document_->problems()) {
        if (problem.severity == Severity::Error)
            return tr("Line %1: %2").arg(problem.place.line).arg(problem.message);
    }
    return {};
}

} // namespace twinhelm::desk
