#include "common/config/block_pipeline.h"

#include <utility>

#include "common/config/validate/check_engine_support.h"
#include "common/config/validate/check_keywords.h"

namespace twinhelm::config
{

BlockPipeline::BlockPipeline(SourceSet &sources, ExpandOptions options)
    : nodeId_(options.nodeId), expander_(sources, none_, std::move(options)), builder_(expanded_, none_)
{
}

void BlockPipeline::next(Diagnostics &findings, Diagnostics &gaps)
{
    expanded_.clear();
    builder_.recycle(std::move(tree_));
    expander_.setDiagnostics(findings);
    builder_.setDiagnostics(findings);
    do {
        expander_.readOn(expanded_);
        builder_.readOn();
    } while (!expander_.atEnd() && !builder_.isClosed());
    tree_ = builder_.finish();
    expander_.endBlock();
    checkKeywords(expanded_, tree_, findings, unknownWords_);
    checkKeywordSupport(tree_, nodeId_, gaps);
}

} // namespace twinhelm::config
