#include "tests/fuzz/targets.h"

#include <algorithm>

namespace twinhelm::fuzz
{

std::span<const Target> targets()
{
    static constexpr Target all[] = {
        {"parse", parseTarget},   {"expand", expandTarget}, {"merge", mergeTarget},   {"edit", editTarget},
        {"repair", repairTarget}, {"wire", wireTarget},     {"packet", packetTarget}, {"write", writeTarget},
    };
    return all;
}

const Target *findTarget(std::string_view name)
{
    const auto all = targets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace twinhelm::fuzz
