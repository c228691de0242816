#include "common/config/model/statement_tree.h"

#include "common/config/model/statement_tree_builder.h"

namespace twinhelm::config
{

StatementTree StatementTree::build(const Expanded &expanded, Diagnostics &diagnostics)
{
    StatementTreeBuilder builder(expanded, diagnostics);
    builder.readOn();
    return builder.finish();
}

} // namespace twinhelm::config
