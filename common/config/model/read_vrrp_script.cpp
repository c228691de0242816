#include "common/config/model/build.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

VrrpScript readVrrpScript(const Statement &block)
{
    VrrpScript script;
    script.range = block.line().range();
    take(script.name, block);
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        const auto keyword = statement.keyword();
        if (keyword == names::script) {
            take(script.command, statement);
        } else if (keyword == names::interval) {
            take(script.interval, statement);
        } else if (keyword == names::timeout) {
            take(script.timeout, statement);
        } else if (keyword == names::weight) {
            take(script.weight, statement);
            const auto *word = statement.argument(2);
            if (word && word->text == names::reverse)
                script.reverse.set(true, word->range);
        } else if (keyword == names::rise) {
            take(script.rise, statement);
        } else if (keyword == names::fall) {
            take(script.fall, statement);
        } else if (keyword == names::user) {
            takeUser(script.user, script.group, statement);
        } else if (keyword == names::initFail) {
            takeFlag(script.startFailed, statement);
        }
    });
    return script;
}

} // namespace twinhelm::config::model
