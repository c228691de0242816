#pragma once

class QAbstractItemModel;
class QTableView;

/// The tables of the live page, dressed.
namespace twinhelm::desk::live_tables
{

[[nodiscard]] QTableView *makeInstances(QAbstractItemModel *model);
[[nodiscard]] QTableView *makeVips(QAbstractItemModel *model);
[[nodiscard]] QTableView *makeEvents();
void dressEvents(QTableView *table); ///< once it has its model
/// As high as its rows, up to eight of them.
void fitHeight(QTableView *table);

} // namespace twinhelm::desk::live_tables
