#pragma once

#include <memory>

#include <QHash>
#include <QPointer>
#include <QWidget>

class QTreeView;

namespace twinhelm::desk
{

class SiteTreeModel;
class Workspace;

/// The tree at the left: site, clusters, nodes, instances.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);
    ~Sidebar() override;

    void setWorkspace(Workspace *workspace); ///< not owned
    /// Selects without announcing it.
    void selectCluster(const QString &name);
    void setBadge(const QString &cluster, const QString &badge);
    /// Name of the selected node; empty when something else is selected.
    [[nodiscard]] QString selectedNode() const;

signals:
    void siteChosen();
    void clusterChosen(const QString &cluster);
    void nodeChosen(const QString &cluster, const QString &node);
    void instanceChosen(const QString &cluster, const QString &instance);
    void importWanted();
    void addNodeWanted();
    /// A double click or Enter on a node.
    void nodeOpened(const QString &node);

private:
    QWidget *makeButtons();
    void syncClusters();
    void announce(const QModelIndex &index);
    void remember(const QModelIndex &index);
    void restoreSelection();

    QPointer<Workspace> workspace_;
    std::unique_ptr<SiteTreeModel> model_;
    QTreeView *tree_;
    bool quiet_ = false;
    /// What is selected, in words: the model is built anew when the site changes, and forgets its indexes.
    int chosenKind_ = 0;
    QString chosenCluster_;
    QString chosenName_;
};

} // namespace twinhelm::desk
