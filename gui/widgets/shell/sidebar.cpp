#include "gui/widgets/shell/sidebar.h"

#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

#include "gui/core/models/site_tree_model.h"
#include "gui/core/workspace/workspace.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/shell/site_tree_delegate.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

Sidebar::Sidebar(QWidget *parent) : QWidget(parent), model_(std::make_unique<SiteTreeModel>()), tree_(new QTreeView)
{
    tree_->setObjectName(QLatin1String(names::siteTree));
    tree_->setAccessibleName(tr("Site"));
    tree_->setProperty("role", QLatin1String("sidebar"));
    tree_->setModel(model_.get());
    tree_->setItemDelegate(new SiteTreeDelegate(tree_));
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setIndentation(metrics::gap);
    tree_->setUniformRowHeights(true);
    tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree_->setExpandsOnDoubleClick(false);
    auto *column = parts::column(this, 0, 0);
    column->setContentsMargins(metrics::unit, metrics::unit, metrics::half, metrics::unit);
    column->addWidget(tree_, 1);
    column->addWidget(makeButtons());
    setMinimumWidth(208);

    connect(tree_->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::announce);
    connect(tree_, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (index.data(SiteTreeModel::KindRole).toInt() == static_cast<int>(SiteTreeModel::Kind::Node))
            emit nodeOpened(index.data(SiteTreeModel::NameRole).toString());
    });
    connect(model_.get(), &QAbstractItemModel::modelReset, this, &Sidebar::restoreSelection);
    connect(model_.get(), &QAbstractItemModel::rowsInserted, tree_, &QTreeView::expandAll);
}

Sidebar::~Sidebar() = default;

QWidget *Sidebar::makeButtons()
{
    auto *import = parts::button(tr("Import pair…"), QStringLiteral("import"), "sidebarImportButton");
    auto *node = parts::button(tr("Add node…"), QStringLiteral("add"), "sidebarAddNodeButton");
    auto *buttons = new QWidget;
    auto *column = parts::column(buttons, metrics::half, 0);
    for (QPushButton *button : {import, node}) {
        button->setProperty("kind", QLatin1String("link"));
        column->addWidget(button);
    }
    connect(import, &QPushButton::clicked, this, &Sidebar::importWanted);
    connect(node, &QPushButton::clicked, this, &Sidebar::addNodeWanted);
    return buttons;
}

void Sidebar::setWorkspace(Workspace *workspace)
{
    const QScopedValueRollback guard(quiet_, true);
    workspace_ = workspace;
    model_->setSite(workspace ? workspace->site() : nullptr);
    if (workspace_)
        connect(workspace_, &Workspace::structureChanged, this, &Sidebar::syncClusters);
    syncClusters();
    tree_->expandAll();
}

void Sidebar::syncClusters()
{
    if (!workspace_)
        return;
    for (const SiteCluster &cluster : workspace_->site()->clusters())
        model_->setCluster(cluster.name, workspace_->live(cluster.name));
}

void Sidebar::selectCluster(const QString &name)
{
    const QScopedValueRollback guard(quiet_, true);
    const QModelIndex current = tree_->currentIndex();
    if (current.isValid() && current.data(SiteTreeModel::ClusterRole).toString() == name && !name.isEmpty())
        return;
    tree_->setCurrentIndex(name.isEmpty() ? model_->indexOf(SiteTreeModel::Kind::Site, {})
                                          : model_->indexOf(SiteTreeModel::Kind::Cluster, name, name));
}

void Sidebar::setBadge(const QString &cluster, const QString &badge)
{
    model_->setBadge(cluster, badge);
}

QString Sidebar::selectedNode() const
{
    const QModelIndex current = tree_->currentIndex();
    const bool node = current.isValid() &&
                      current.data(SiteTreeModel::KindRole).toInt() == static_cast<int>(SiteTreeModel::Kind::Node);
    return node ? current.data(SiteTreeModel::NameRole).toString() : QString();
}

void Sidebar::remember(const QModelIndex &index)
{
    chosenKind_ = index.data(SiteTreeModel::KindRole).toInt();
    chosenCluster_ = index.data(SiteTreeModel::ClusterRole).toString();
    chosenName_ = index.data(SiteTreeModel::NameRole).toString();
}

/// Without a current row the view takes the first one as soon as it gets the focus, and the page would change under
/// somebody who only pressed Tab.
void Sidebar::restoreSelection()
{
    const QScopedValueRollback guard(quiet_, true);
    tree_->expandAll();
    const auto kind = static_cast<SiteTreeModel::Kind>(chosenKind_);
    const QString cluster = chosenCluster_;
    QModelIndex index = model_->indexOf(kind, chosenName_, cluster);
    if (!index.isValid() && !cluster.isEmpty()) // the node or instance is gone, its cluster may be there
        index = model_->indexOf(SiteTreeModel::Kind::Cluster, cluster, cluster);
    tree_->setCurrentIndex(index);
}

void Sidebar::announce(const QModelIndex &index)
{
    if (index.isValid())
        remember(index);
    if (quiet_ || !index.isValid())
        return;
    const QString cluster = index.data(SiteTreeModel::ClusterRole).toString();
    const QString name = index.data(SiteTreeModel::NameRole).toString();
    switch (static_cast<SiteTreeModel::Kind>(index.data(SiteTreeModel::KindRole).toInt())) {
    case SiteTreeModel::Kind::Site: emit siteChosen(); break;
    case SiteTreeModel::Kind::Cluster: emit clusterChosen(cluster); break;
    case SiteTreeModel::Kind::Node: emit nodeChosen(cluster, name); break;
    case SiteTreeModel::Kind::Instance: emit instanceChosen(cluster, name); break;
    }
}

} // namespace twinhelm::desk
