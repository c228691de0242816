#include "common/config/repair/repair.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

void repairTarget(std::string_view input)
{
    for (const bool yes : {false, true}) {
        const auto result = config::repair(input, {.applyUncertain = yes});
        promise(result.changed() || result.text == input, "a text without changes is the text that was given");
        for (const auto &one : result.changes) {
            promise(one.range.begin <= one.range.end && one.range.end <= input.size(), "a change lies in the text");
            promise(!one.words.empty(), "a change is explained");
            promise(one.certainty == Certainty::Certain || !one.question.empty(), "what is not certain is asked");
        }
        const bool ours = result.kind == config::TextKind::Configuration || result.kind == config::TextKind::Part;
        promise(ours || result.text == input, "what is no configuration is not touched");
        promise(result.text.size() <= 40 * (input.size() + 100), "repair adds little");
    }
}

} // namespace twinhelm::fuzz
