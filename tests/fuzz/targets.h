#pragma once

#include <span>
#include <string_view>

/// What is thrown any bytes at. Each target takes one input and aborts when a promise of the code under test does
/// not hold; crashes and hangs are the fuzzer's to see. Run by libFuzzer or the mutation driver (CMakeLists.txt here),
/// and by tst_replay.cpp with every input that once found something.
namespace twinhelm::fuzz
{

struct Target {
    std::string_view name;
    void (*run)(std::string_view input);
};

[[nodiscard]] std::span<const Target> targets();
/// nullptr when there is none of this name.
[[nodiscard]] const Target *findTarget(std::string_view name);

void parseTarget(std::string_view input);  ///< tokens cover the text, ranges lie inside it
void expandTarget(std::string_view input); ///< one node's whole way: expand, model, validate, lower
void mergeTarget(std::string_view input);  ///< two files, as "%%" lines part them: merge, split, the same meaning
void editTarget(std::string_view input);   ///< set, read back, remove, undo
void repairTarget(std::string_view input); ///< a text from a page
void wireTarget(std::string_view input);   ///< the API's messages
void writeTarget(std::string_view input);  ///< every written form, the importers, and lowering of virtual servers
void packetTarget(std::string_view input); ///< advertisements from the network

} // namespace twinhelm::fuzz
