#pragma once

#include <string>
#include <vector>

namespace twinhelm::test
{

/// Runs a scenario text: commands, `----`, and the complete transcript of what followed, block by block.
/// Returns the same text with the transcripts that really came out; equal to the input when the scenario holds.
///
///   add-router NAME [prio=N] [state=MASTER] [version=3] [interval=0.1] [nopreempt] [preempt_delay=5] [address=A]
///              [start_delay=S] [notify] [instances=VI_1@eth0,VI_2@eth1] [group=NAME] [vip=10.0.0.100/24]
///              [script=NAME:WEIGHT[:FALL]] [track=IFACE:WEIGHT] [peer=A] [pass=TEXT]
///   start R | stop R | kill R | advance 3.6s | drop A->B [IFACE] | heal A->B [IFACE] | link R IFACE up|down
///   script R NAME ok|fail|timeout | handover R VI | release R VI | set R OPTION... (reload with changed options) |
///   where
///
/// Lines of one router that differ in nothing but the time are folded: "[4..8] lb01 ... (5 times)".
[[nodiscard]] std::string runScenario(const std::string &text);

} // namespace twinhelm::test
