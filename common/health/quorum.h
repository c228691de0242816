#pragma once

#include <cstdint>

namespace twinhelm::health
{

/// Whether enough live weight is left for a service to be served (keepalived: update_quorum_state). Pure; one owner.
class Quorum
{
public:
    enum class Change : std::uint8_t {
        None,
        Gained,
        Lost,
        Missing, ///< not there at the start, and a sorry server stands in
    };
    struct Bounds {
        std::uint32_t quorum = 1;
        std::uint32_t hysteresis = 0;
    };

    /// Gained at quorum + hysteresis, lost below quorum - hysteresis, and always without any weight. At the start a
    /// service without quorum says so only when it has a sorry server (`sorryWaits`).
    [[nodiscard]] Change update(std::uint64_t liveWeight, const Bounds &bounds, bool atStart, bool sorryWaits);
    /// As if it had been found so.
    void remember(bool up) { up_ = up; }
    [[nodiscard]] bool up() const { return up_; }

private:
    bool up_ = false;
};

} // namespace twinhelm::health
