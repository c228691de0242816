#include "tests/fuzz/agent/targets.h"

#include "tests/fuzz/targets.h"

namespace twinhelm::fuzz
{

std::span<const Target> targets()
{
    static constexpr Target all[] = {
        {"message", messageTarget}, {"request", requestTarget}, {"ledger", ledgerTarget},
        {"netlink", netlinkTarget}, {"ipvs", ipvsTarget},
    };
    return all;
}

} // namespace twinhelm::fuzz
