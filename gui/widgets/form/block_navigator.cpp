#include "gui/widgets/form/block_navigator.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "gui/core/base/qt_text.h"
#include "gui/core/models/block_tree_model.h"
#include "gui/core/presenters/block_sections.h"
#include "gui/widgets/dialogs/name_dialog.h"
#include "gui/widgets/form/block_tree_delegate.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

BlockNavigator::BlockNavigator(QWidget *parent)
    : QWidget(parent), model_(std::make_unique<BlockTreeModel>()), filtered_(std::make_unique<QSortFilterProxyModel>()),
      filter_(new QLineEdit), tree_(new QTreeView), addMenu_(new QMenu(this))
{
    filtered_->setSourceModel(model_.get());
    filtered_->setRecursiveFilteringEnabled(true);
    filtered_->setAutoAcceptChildRows(true);
    filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    tree_->setObjectName(QLatin1String(names::blockTree));
    tree_->setAccessibleName(tr("Blocks of the configuration"));
    tree_->setProperty("role", QLatin1String("sidebar"));
    tree_->setModel(filtered_.get());
    tree_->setItemDelegate(new BlockTreeDelegate(tree_));
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setIndentation(metrics::gap);
    tree_->setUniformRowHeights(true);
    tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *column = parts::column(this, 0, metrics::unit);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::half, metrics::unit);
    column->addWidget(makeTools());
    column->addWidget(tree_, 1);
    setMinimumWidth(200);

    auto *renameKey = new QShortcut(Qt::Key_F2, tree_);
    auto *removeKey = new QShortcut(QKeySequence::Delete, tree_);
    for (auto *key : {renameKey, removeKey})
        key->setContext(Qt::WidgetShortcut);
    connect(renameKey, &QShortcut::activated, this, &BlockNavigator::rename);
    connect(removeKey, &QShortcut::activated, this, &BlockNavigator::remove);
    connect(tree_->selectionModel(), &QItemSelectionModel::currentChanged, this, &BlockNavigator::announce);
    connect(model_.get(), &QAbstractItemModel::modelReset, this, &BlockNavigator::restore);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QScopedValueRollback guard(quiet_, true);
        filtered_->setFilterFixedString(text);
        tree_->expandAll();
        setCurrent(model_->indexOf(chosen_));
    });
}

BlockNavigator::~BlockNavigator() = default;

QWidget *BlockNavigator::makeTools()
{
    filter_->setObjectName(QLatin1String(names::blockFilter));
    filter_->setPlaceholderText(tr("Find"));
    filter_->setAccessibleName(filter_->placeholderText());
    filter_->setClearButtonEnabled(true);
    auto *add = parts::iconButton(QStringLiteral("add"), tr("Add a block"), names::blockAdd);
    add->setMenu(addMenu_);
    add->setPopupMode(QToolButton::InstantPopup);
    addMenu_->setToolTipsVisible(true);
    rename_ = parts::iconButton(QStringLiteral("edit"), tr("Rename the block, and all that refers to it (F2)"),
                                names::blockRename);
    remove_ = parts::iconButton(QStringLiteral("remove"), tr("Remove the block (Del)"), names::blockRemove);
    connect(addMenu_, &QMenu::aboutToShow, this, &BlockNavigator::fillAddMenu);
    connect(rename_, &QToolButton::clicked, this, &BlockNavigator::rename);
    connect(remove_, &QToolButton::clicked, this, &BlockNavigator::remove);
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::half);
    row->addWidget(filter_, 1);
    row->addWidget(add);
    row->addWidget(rename_);
    row->addWidget(remove_);
    return tools;
}

void BlockNavigator::setDocument(Document *document)
{
    document_ = document;
    chosen_.clear();
    filter_->clear();
    model_->setDocument(document);
    setEnabled(document != nullptr);
    restore();
}

const BlockEntry *BlockNavigator::current() const
{
    return model_->entry(filtered_->mapToSource(tree_->currentIndex()));
}

void BlockNavigator::setCurrent(const QModelIndex &source)
{
    const auto shown = filtered_->mapFromSource(source);
    tree_->setCurrentIndex(shown);
    if (shown.isValid())
        tree_->scrollTo(shown);
}

void BlockNavigator::choose(const BlockPath &path)
{
    const auto index = model_->indexOf(path);
    if (!index.isValid())
        return;
    const QScopedValueRollback guard(quiet_, true);
    setCurrent(index);
    announce();
}

void BlockNavigator::chooseAt(qsizetype offset)
{
    if (const auto *entry = model_->entry(model_->indexAt(offset)); entry && entry->path != chosen_)
        choose(BlockPath(entry->path));
}

void BlockNavigator::announce()
{
    const auto *entry = current();
    rename_->setEnabled(entry && entry->hasName());
    remove_->setEnabled(entry != nullptr);
    if (!entry || entry->path == chosen_)
        return;
    chosen_ = entry->path;
    const auto begin = static_cast<qsizetype>(entry->ranges.front().begin);
    const bool byUser = !quiet_;
    emit chosen(chosen_);
    if (byUser)
        emit pointedAt(begin);
}

/// After blocks came or went: the same one, else the one around it, else the first.
void BlockNavigator::restore()
{
    const QScopedValueRollback guard(quiet_, true);
    tree_->expandAll();
    auto path = chosen_;
    QModelIndex index = model_->indexOf(path);
    while (!index.isValid() && path.size() > 1) {
        path.pop_back();
        index = model_->indexOf(path);
    }
    setCurrent(index.isValid() ? index : model_->firstBlock());
    if (!current() && !chosen_.empty()) {
        chosen_.clear();
        emit chosen(chosen_);
    }
    announce();
}

// ---- changes -------------------------------------------------------------------------------------

void BlockNavigator::fillAddMenu()
{
    addMenu_->clear();
    const auto *entry = current();
    BlockPath path = entry ? entry->path : BlockPath();
    // What fits into the chosen block, and into those around it.
    while (!path.empty()) {
        if (!addableKinds(path).isEmpty()) {
            addMenu_->addSection(
                toQt(path.back().name.empty() ? path.back().keyword : path.back().keyword + " " + path.back().name));
            addKinds(addMenu_, path);
        }
        path.pop_back();
    }
    addMenu_->addSection(tr("Configuration"));
    addKinds(addMenu_, {});
}

void BlockNavigator::addKinds(QMenu *menu, const BlockPath &parent)
{
    for (const BlockKind &kind : addableKinds(parent)) {
        auto *action = menu->addAction(kind.keyword, this, [this, parent, kind] { add(parent, kind); });
        action->setToolTip(kind.help);
        action->setObjectName(QStringLiteral("add.") + kind.keyword);
    }
}

Result<void> BlockNavigator::take(const Result<BlockPath> &made)
{
    if (!made)
        return tl::unexpected(made.error());
    choose(*made);
    if (const auto *entry = current())
        emit pointedAt(entry->ranges.front().begin);
    return {};
}

void BlockNavigator::add(const BlockPath &parent, const BlockKind &kind)
{
    if (!document_)
        return;
    const BlockEdits edits(document_);
    filter_->clear();
    if (!kind.named) {
        if (const auto done = take(edits.add(parent, kind.keyword, {})); !done)
            emit problem(done.error());
        return;
    }
    NameDialog(
        {tr("Add %1").arg(kind.keyword), kind.help, tr("&Add"), kind.nameHint, edits.freeName(kind.keyword)},
        [&](const QString &name) { return take(edits.add(parent, kind.keyword, name)); }, window())
        .exec();
}

void BlockNavigator::rename()
{
    const auto *entry = current();
    if (!document_ || !entry || !entry->hasName())
        return;
    const BlockPath path = entry->path;
    const QString name = toQt(path.back().name);
    NameDialog(
        {tr("Rename %1").arg(name), tr("Everything that refers to it gets the new name, too."), tr("&Rename"),
         QString(), name},
        [&](const QString &wanted) {
            return wanted == name ? Result<void>() : take(BlockEdits(document_).rename(path, wanted));
        },
        window())
        .exec();
}

void BlockNavigator::remove()
{
    const auto *entry = current();
    if (!document_ || !entry)
        return;
    if (const auto done = BlockEdits(document_).remove(BlockPath(entry->path)); !done)
        emit problem(done.error());
}

} // namespace twinhelm::desk
