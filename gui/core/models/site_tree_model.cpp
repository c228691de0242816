#include "gui/core/models/site_tree_model.h"

#include <algorithm>
#include <vector>

namespace twinhelm::desk
{

struct SiteTreeModel::Item {
    Kind kind = Kind::Site;
    QString name;
    QString cluster;
    Item *parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    Item *add(Kind childKind, const QString &childName, const QString &childCluster)
    {
        children.push_back(std::make_unique<Item>());
        auto *child = children.back().get();
        child->kind = childKind;
        child->name = childName;
        child->cluster = childCluster;
        child->parent = this;
        return child;
    }

    [[nodiscard]] int row() const
    {
        if (!parent)
            return 0;
        const auto &all = parent->children;
        return static_cast<int>(
            std::find_if(all.begin(), all.end(), [this](const auto &each) { return each.get() == this; }) -
            all.begin());
    }
};

SiteTreeModel::SiteTreeModel(QObject *parent) : QAbstractItemModel(parent) {}
SiteTreeModel::~SiteTreeModel() = default;

void SiteTreeModel::setSite(Site *site)
{
    if (site_)
        site_->disconnect(this);
    site_ = site;
    if (site_) {
        connect(site_, &Site::changed, this, &SiteTreeModel::rebuild);
        connect(site_, &QObject::destroyed, this, &SiteTreeModel::rebuild);
    }
    rebuild();
}

void SiteTreeModel::setCluster(const QString &name, LiveCluster *live)
{
    if (const auto old = live_.value(name))
        old->disconnect(this);
    live_.insert(name, live);
    if (live) {
        connect(live, &LiveCluster::changed, this, [this, name] { refreshCluster(name); });
        connect(live, &QObject::destroyed, this, [this, name] { refreshCluster(name); });
    }
    refreshCluster(name);
}

void SiteTreeModel::setBadge(const QString &cluster, const QString &badge)
{
    badges_.insert(cluster, badge);
    const auto at = indexOf(Kind::Cluster, cluster, cluster);
    if (at.isValid())
        emit dataChanged(at, at);
}

void SiteTreeModel::rebuild()
{
    beginResetModel();
    root_.reset();
    if (site_) {
        root_ = std::make_unique<Item>();
        root_->name = site_->name();
        for (const auto &cluster : site_->clusters()) {
            auto *item = root_->add(Kind::Cluster, cluster.name, cluster.name);
            for (const auto &node : cluster.nodes)
                item->add(Kind::Node, node, cluster.name);
            if (const auto live = live_.value(cluster.name)) {
                for (const auto &instance : live->instances())
                    item->add(Kind::Instance, instance.name, cluster.name);
            }
        }
        for (const auto &node : site_->nodes()) {
            if (!site_->clusterOf(node.name))
                root_->add(Kind::Node, node.name, {});
        }
    }
    endResetModel();
}

void SiteTreeModel::refreshCluster(const QString &name)
{
    const auto at = indexOf(Kind::Cluster, name, name);
    if (!at.isValid())
        return;
    auto &cluster = *static_cast<Item *>(at.internalPointer());
    syncInstances(cluster, live_.value(name));
    emit dataChanged(at, at);
    if (!cluster.children.empty())
        emit dataChanged(indexOf(*cluster.children.front()), indexOf(*cluster.children.back()));
    const auto site = index(0, 0);
    emit dataChanged(site, site);
}

void SiteTreeModel::syncInstances(Item &cluster, LiveCluster *live)
{
    QStringList wanted;
    if (live) {
        for (const auto &instance : live->instances())
            wanted << instance.name;
    }
    const auto firstInstance = std::find_if(cluster.children.begin(), cluster.children.end(),
                                            [](const auto &each) { return each->kind == Kind::Instance; });
    const auto first = static_cast<int>(firstInstance - cluster.children.begin());
    QStringList present;
    for (auto it = firstInstance; it != cluster.children.end(); ++it)
        present << (*it)->name;
    if (present == wanted)
        return;
    const auto at = indexOf(cluster);
    if (!present.isEmpty()) {
        beginRemoveRows(at, first, first + static_cast<int>(present.size()) - 1);
        cluster.children.resize(static_cast<std::size_t>(first));
        endRemoveRows();
    }
    if (!wanted.isEmpty()) {
        beginInsertRows(at, first, first + static_cast<int>(wanted.size()) - 1);
        for (const auto &name : std::as_const(wanted))
            cluster.add(Kind::Instance, name, cluster.name);
        endInsertRows();
    }
}

QModelIndex SiteTreeModel::indexOf(const Item &item) const
{
    return createIndex(item.row(), 0, &item);
}

QModelIndex SiteTreeModel::indexOf(Kind kind, const QString &name, const QString &cluster) const
{
    if (!root_)
        return {};
    if (kind == Kind::Site)
        return indexOf(*root_);
    std::vector<const Item *> open{root_.get()};
    while (!open.empty()) {
        const auto *item = open.back();
        open.pop_back();
        if (item->kind == kind && item->name == name && (cluster.isEmpty() || item->cluster == cluster))
            return indexOf(*item);
        for (const auto &child : item->children)
            open.push_back(child.get());
    }
    return {};
}

QModelIndex SiteTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(0, 0, root_.get());
    return createIndex(
        row, 0, static_cast<const Item *>(parent.internalPointer())->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SiteTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const auto *item = static_cast<const Item *>(child.internalPointer());
    return item->parent ? indexOf(*item->parent) : QModelIndex();
}

int SiteTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return root_ ? 1 : 0;
    return static_cast<int>(static_cast<const Item *>(parent.internalPointer())->children.size());
}

int SiteTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

Verdict SiteTreeModel::siteVerdict() const
{
    auto gravest = Verdict::Ok;
    for (const auto &live : live_) {
        if (live)
            gravest = std::max(gravest, live->judgement().verdict);
    }
    return gravest;
}

QVariant SiteTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &item = *static_cast<const Item *>(index.internalPointer());
    const auto live = live_.value(item.cluster);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return item.name;
    case KindRole: return static_cast<int>(item.kind);
    case ClusterRole: return item.cluster;
    default: break;
    }
    if (item.kind == Kind::Site)
        return role == VerdictRole ? QVariant(static_cast<int>(siteVerdict())) : QVariant();
    if (item.kind == Kind::Cluster) {
        if (role == BadgeRole)
            return badges_.value(item.name);
        if (role == VerdictRole)
            return static_cast<int>(live ? live->judgement().verdict : Verdict::Unknown);
        return role == Qt::ToolTipRole && live ? QVariant(live->judgement().text) : QVariant();
    }
    if (item.kind == Kind::Instance) {
        if (!live || (role != VerdictRole && role != Qt::ToolTipRole))
            return {};
        for (const auto &instance : live->instances()) {
            if (instance.name == item.name) {
                const auto judged = judge(instance);
                return role == VerdictRole ? QVariant(static_cast<int>(judged.verdict)) : QVariant(judged.text);
            }
        }
        return {};
    }
    return nodeData(item.name, live, role);
}

QVariant SiteTreeModel::nodeData(const QString &node, LiveCluster *live, int role) const
{
    const auto headers = live ? live->nodeHeaders() : QList<NodeHeader>();
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const NodeHeader &each) { return each.name == node; });
    if (found == headers.end())
        return role == LampRole ? QVariant(static_cast<int>(Lamp::Unknown)) : QVariant();
    switch (role) {
    case LampRole: return static_cast<int>(found->lamp);
    case BadgeRole:
        return found->status == NodeStatus::Unknown && found->ageMs >= 0 ? ageText(found->ageMs) : QString();
    case Qt::ToolTipRole: return found->error.isEmpty() ? lampText(found->lamp) : found->error;
    default: return {};
    }
}

} // namespace twinhelm::desk
