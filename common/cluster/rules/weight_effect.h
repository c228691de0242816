#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/cluster/rules/what_if.h"

namespace twinhelm::cluster::rules
{

/// A tracked weight whose failing never moved the master, whatever else had failed before.
struct IdleWeight {
    const Tracker *tracker = nullptr;
    const Member *holder = nullptr; ///< master before and after
    const Member *rival = nullptr;  ///< the best of the others
    int before = 0;                 ///< the holder's priority while all is well
    int after = 0;                  ///< and with the tracker failed
    int rivals = 0;                 ///< the rival's priority
    std::string words;              ///< of the simulation
    /// The numbers would move it; nopreempt on the others does not let them.
    [[nodiscard]] bool heldByNopreempt() const { return after < rivals; }
};

/// What trying the weights of one virtual router showed. Its trackers live as long as this.
struct WeightTrial {
    const VirtualRouter *router = nullptr;
    std::unique_ptr<WhatIf> about;
    std::vector<IdleWeight> idle;
};

/// Tries each weight of the node that is master when all is well, alone and behind failures of everything else. The
/// first call simulates, later ones of the same view find it done: two rules ask.
[[nodiscard]] const std::vector<WeightTrial> &weightTrials(const ClusterView &cluster);

} // namespace twinhelm::cluster::rules
