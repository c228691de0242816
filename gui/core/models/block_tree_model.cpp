#include "gui/core/models/block_tree_model.h"

#include <algorithm>
#include <map>
#include <vector>

#include "common/config/syntax/syntax_tree.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/presenters/block_sections.h"

namespace twinhelm::desk
{

struct BlockTreeModel::Item {
    Item *parent = nullptr;
    int row = 0;
    QString heading; ///< of an item that is no block
    BlockEntry entry;
    std::optional<Severity> severity;
    std::vector<std::unique_ptr<Item>> children;

    void add(std::unique_ptr<Item> child)
    {
        child->parent = this;
        child->row = static_cast<int>(children.size());
        children.push_back(std::move(child));
    }

    [[nodiscard]] bool hasShapeOf(const Item &other) const
    {
        return heading == other.heading && entry.path == other.entry.path &&
               std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(),
                          [](const auto &a, const auto &b) { return a->hasShapeOf(*b); });
    }

    [[nodiscard]] const Item *find(const BlockPath &path) const
    {
        for (const auto &child : children) {
            const auto &own = child->entry.path;
            if (!own.empty() && own == path)
                return child.get();
            const bool onTheWay = own.size() < path.size() && std::equal(own.begin(), own.end(), path.begin());
            if (const auto *found = onTheWay ? child->find(path) : nullptr)
                return found;
        }
        return nullptr;
    }

    [[nodiscard]] const Item *at(qsizetype offset) const
    {
        for (const auto &child : children) {
            const bool heading = child->entry.path.empty();
            if (!heading && !child->entry.contains(offset))
                continue;
            if (const auto *inner = child->at(offset))
                return inner;
            if (!heading)
                return child.get();
        }
        return nullptr;
    }
};

BlockTreeModel::BlockTreeModel(QObject *parent) : QAbstractItemModel(parent), root_(std::make_unique<Item>()) {}
BlockTreeModel::~BlockTreeModel() = default;

void BlockTreeModel::setDocument(Document *document)
{
    if (document_)
        document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::diagnosticsChanged, this, &BlockTreeModel::refresh);
        connect(document_, &Document::nodesChanged, this, &BlockTreeModel::refresh);
        document_->flush();
    }
    refresh();
}

/// The problems of the document by their places.
struct BlockTreeModel::Places {
    std::map<qsizetype, Severity> all; ///< the gravest at each place

    explicit Places(const Document &document)
    {
        for (const auto &problem : document.problems()) { // they come most severe first
            if (problem.place.inDocument())
                all.emplace(problem.place.begin, problem.severity);
        }
    }

    [[nodiscard]] std::optional<Severity> gravest(const BlockEntry &entry) const
    {
        std::optional<Severity> out;
        for (const auto &range : entry.ranges) {
            const auto end = all.lower_bound(range.end);
            for (auto at = all.lower_bound(range.begin); at != end && out != Severity::Error; ++at) {
                if (!out || at->second < *out)
                    out = at->second;
            }
        }
        return out;
    }
};

std::unique_ptr<BlockTreeModel::Item> BlockTreeModel::itemFor(BlockEntry entry, const Places &places)
{
    auto item = std::make_unique<Item>();
    item->severity = places.gravest(entry);
    for (auto &child : entry.children)
        item->add(itemFor(std::move(child), places));
    entry.children.clear();
    item->entry = std::move(entry);
    return item;
}

std::unique_ptr<BlockTreeModel::Item> BlockTreeModel::readItems() const
{
    auto root = std::make_unique<Item>();
    if (!document_)
        return root;
    const Places places(*document_);
    const auto &sections = blockSections();
    std::vector<std::unique_ptr<Item>> headings(static_cast<std::size_t>(sections.size()));
    for (auto &entry : outlineOf(config::parse(document_->text().toStdString()), document_->nodes())) {
        const auto section = sectionOf(toQt(entry.last().keyword));
        auto &heading = headings[static_cast<std::size_t>(section)];
        if (!heading) {
            heading = std::make_unique<Item>();
            heading->heading = sections[section].title;
        }
        heading->add(itemFor(std::move(entry), places));
    }
    for (auto &heading : headings) {
        if (heading)
            root->add(std::move(heading));
    }
    return root;
}

void BlockTreeModel::refresh()
{
    auto fresh = readItems();
    if (root_->hasShapeOf(*fresh)) {
        takeOver(*root_, *fresh);
        return;
    }
    beginResetModel();
    root_ = std::move(fresh);
    endResetModel();
}

void BlockTreeModel::takeOver(Item &mine, Item &fresh)
{
    const bool changed = mine.severity != fresh.severity || mine.entry.nodes != fresh.entry.nodes ||
                         mine.entry.detail != fresh.entry.detail;
    mine.severity = fresh.severity;
    mine.entry = std::move(fresh.entry);
    if (changed)
        emit dataChanged(indexOf(mine), indexOf(mine));
    for (std::size_t i = 0; i < mine.children.size(); ++i)
        takeOver(*mine.children[i], *fresh.children[i]);
}

const BlockEntry *BlockTreeModel::entry(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *item = static_cast<const Item *>(index.internalPointer());
    return item->entry.path.empty() ? nullptr : &item->entry;
}

QModelIndex BlockTreeModel::indexOf(const Item &item) const
{
    return item.parent ? createIndex(item.row, 0, &item) : QModelIndex();
}

QModelIndex BlockTreeModel::indexOf(const BlockPath &path) const
{
    for (const auto &heading : root_->children) {
        if (const auto *found = heading->find(path))
            return indexOf(*found);
    }
    return {};
}

QModelIndex BlockTreeModel::indexAt(qsizetype offset) const
{
    const auto *found = root_->at(offset);
    return found ? indexOf(*found) : QModelIndex();
}

QModelIndex BlockTreeModel::firstBlock() const
{
    const Item *first = nullptr;
    for (const auto &heading : root_->children) {
        for (const auto &child : heading->children) {
            if (child->entry.last().keyword == "vrrp_instance")
                return indexOf(*child);
            first = first ? first : child.get();
        }
    }
    return first ? indexOf(*first) : QModelIndex();
}

QModelIndex BlockTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto *owner = parent.isValid() ? static_cast<const Item *>(parent.internalPointer()) : root_.get();
    return createIndex(row, 0, owner->children[static_cast<std::size_t>(row)].get());
}

QModelIndex BlockTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*static_cast<const Item *>(child.internalPointer())->parent) : QModelIndex();
}

int BlockTreeModel::rowCount(const QModelIndex &parent) const
{
    const auto *item = parent.isValid() ? static_cast<const Item *>(parent.internalPointer()) : root_.get();
    return static_cast<int>(item->children.size());
}

int BlockTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant BlockTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &item = *static_cast<const Item *>(index.internalPointer());
    const bool heading = item.entry.path.empty();
    switch (role) {
    case Qt::DisplayRole: return heading ? item.heading : item.entry.title();
    case HeadingRole: return heading;
    case SeverityRole: return item.severity ? QVariant(static_cast<int>(*item.severity)) : QVariant();
    case NoteRole: return item.entry.nodes.isEmpty() ? item.entry.detail : item.entry.nodes.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        if (heading)
            return {};
        return item.entry.nodes.isEmpty()
                   ? toQt(item.entry.last().keyword)
                   : tr("%1, read by %2")
                         .arg(toQt(item.entry.last().keyword), item.entry.nodes.join(QStringLiteral(", ")));
    default: return {};
    }
}

} // namespace twinhelm::desk
