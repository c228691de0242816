#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about vrrp_sync_group.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph vrrpSyncGroupRows[] = {
    {"group", TH_HELP("schema",
     "The instances that move together, one name per line. An instance can be in one group only. A name "
     "that no instance has is reported and left out, and a group without members is dropped; with a single "
     "member it does nothing.")},
    {"track_interface", TH_HELP("schema",
     "Interfaces that bear on every member. A lost link without weight takes the whole group to FAULT. "
     "Weights count only with sync_group_tracking_weight.")},
    {"track_script", TH_HELP("schema",
     "Scripts that bear on every member, so that you need not repeat them in each instance. Weights count "
     "only with sync_group_tracking_weight; without it a weighted script is left out, with an error.")},
    {"track_file", TH_HELP("schema",
     "Files whose number bears on every member. Weights count only with sync_group_tracking_weight.")},
    {"track_process", TH_HELP("schema",
     "Processes whose presence bears on every member. Weights count only with sync_group_tracking_weight.")},
    {"track_bfd", TH_HELP("schema",
     "BFD sessions whose state bears on every member. Weights count only with sync_group_tracking_weight.")},
    {"notify_backup", TH_HELP("schema",
     "Command run when the group becomes backup. It runs once for the group, besides those of its members.")},
    {"notify_master", TH_HELP("schema",
     "Command run when the group becomes master, that is when all members can be. It runs once for the "
     "group, besides those of its members.")},
    {"notify_fault", TH_HELP("schema",
     "Command run when the group goes to FAULT, because at least one member did. It runs once for the group.")},
    {"notify_stop", TH_HELP("schema",
     "Command run when the daemon stops. It has about a second.")},
    {"notify", TH_HELP("schema",
     "Command run at every change of the group; it is given GROUP, the name, the new state and 0 behind "
     "your own arguments. The members still run their own.")},
    {"smtp_alert", TH_HELP("schema",
     "Sends a mail at each change of the group. Usually better than one mail per member.")},
    {"global_tracking", TH_HELP("schema",
     "Allowed tracking in a group in old versions. It is always allowed today; remove the line.")},
    {"sync_group_tracking_weight", TH_HELP("schema",
     "Lets the weights of tracked things count inside this group. All members need the same trackers and "
     "weights on each node, or their priorities drift apart and the group cannot decide.")},
    {"notify_priority_changes", TH_HELP("schema",
     "Writes a line into the notify pipe whenever tracked things change a member's priority.")},
};

// clang-format on

constinit const std::span<const Paragraph> vrrpSyncGroupHelp = vrrpSyncGroupRows;

} // namespace twinhelm::config::schema
