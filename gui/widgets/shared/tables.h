#pragma once

class QTableView;

namespace twinhelm::desk::tables
{

/// The one look of tables: whole rows, no grid, roomy lines; `stretched` takes the room that is left; -1: none does.
void dress(QTableView *table, int stretched);

} // namespace twinhelm::desk::tables
