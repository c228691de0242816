#include "tests/fuzz/common/targets.h"

#include "tests/fuzz/targets.h"

namespace twinhelm::fuzz
{

std::span<const Target> targets()
{
    static constexpr Target all[] = {
        {"parse", parseTarget},   {"expand", expandTarget}, {"merge", mergeTarget},
        {"edit", editTarget},     {"repair", repairTarget}, {"wire", wireTarget},
        {"packet", packetTarget}, {"write", writeTarget},   {"reply", replyTarget},
    };
    return all;
}

} // namespace twinhelm::fuzz
