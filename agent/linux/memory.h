#pragma once

namespace twinhelm::agent
{

/// Four processes share a balancer with what it balances. Large blocks go back to the kernel when they are freed, which
/// the C library gives up after the first one; threads share two heaps. Call it before anything else.
void useMemorySparingly();

/// Gives back what was freed: after a configuration or a state was read or written, of which nothing stays.
/// Cost: walks the heap, some 0.1 ms for a node with 255 virtual routers.
void giveMemoryBack();

} // namespace twinhelm::agent
