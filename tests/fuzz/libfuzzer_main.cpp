#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

/// libFuzzer's way in; TH_FUZZ_TARGET names the target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto *const target = twinhelm::fuzz::findTarget(TH_FUZZ_TARGET);
    target->run({reinterpret_cast<const char *>(data), size});
    return 0;
}
