#include "agent/linux/memory.h"

#include <malloc.h>

namespace twinhelm::agent
{

void useMemorySparingly()
{
    constexpr int largeBlock = 128 << 10;
    constexpr int heaps = 2; // one for the loop, one for whoever writes reports meanwhile
    ::mallopt(M_MMAP_THRESHOLD, largeBlock);
    ::mallopt(M_TRIM_THRESHOLD, largeBlock);
    ::mallopt(M_ARENA_MAX, heaps);
}

void giveMemoryBack()
{
    ::malloc_trim(0);
}

} // namespace twinhelm::agent
