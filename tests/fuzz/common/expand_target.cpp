#include "common/config/load.h"
#include "common/config/validate/catalogue.h"
#include "common/diagnostics/text_renderer.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

void expandTarget(std::string_view input)
{
    // "a" includes the input itself, "b" something harmless; nothing else exists.
    const auto read = [&](const std::string &path) -> std::optional<std::string> {
        if (path == "/x/a")
            return std::string(input);
        if (path == "/x/b")
            return "vrrp_script s {\n    script \"/bin/true\"\n}\n";
        return std::nullopt;
    };
    const auto find = [](const std::string &) { return std::vector<std::string>{"/x/a", "/x/b"}; };
    const auto loaded = config::loadText(input, "lb01", "/x", read, find);
    for (const auto *all : {&loaded.diagnostics, &loaded.engineGaps}) {
        for (const auto &one : *all) {
            promise(config::explain(one.code) != nullptr, "every code is explained");
            promise(one.range.file < loaded.sources.size() && one.range.begin <= one.range.end &&
                        one.range.end <= loaded.sources.text(one.range.file).size(),
                    "a finding lies in its file");
            for (const auto &fix : one.fixes) {
                for (const auto &edit : fix.edits)
                    promise(edit.range.end <= loaded.sources.text(edit.range.file).size(), "a fix lies in its file");
            }
        }
        if (all->size() < 200)
            (void)renderText(*all, loaded.sources);
    }
}

} // namespace twinhelm::fuzz
