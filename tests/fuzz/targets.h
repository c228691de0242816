#pragma once

#include <algorithm>
#include <span>
#include <string_view>

/// What is thrown any bytes at. Each target takes one input and aborts when a promise of the code under test does
/// not hold; crashes and hangs are the fuzzer's to see. Run by libFuzzer or the mutation driver (CMakeLists.txt here),
/// and by the tst_replay_* here with every input that once found something.
/// A folder is a library with a table of its own: `common` needs common only, `agent` the agent's pure parts too.
namespace twinhelm::fuzz
{

struct Target {
    std::string_view name;
    void (*run)(std::string_view input);
};

/// Of the folder that is linked: common/targets.cpp or agent/targets.cpp.
[[nodiscard]] std::span<const Target> targets();
/// nullptr when there is none of this name.
[[nodiscard]] inline const Target *findTarget(std::string_view name)
{
    const auto all = targets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace twinhelm::fuzz
