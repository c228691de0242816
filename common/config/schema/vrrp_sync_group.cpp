#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// vrrp_sync_group NAME { ... }
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword vrrpSyncGroupRows[] = {
    {.name = "group", .kind = Kind::ListBlock, .arguments = "{ INSTANCE... }", .more = grammar::instanceNames,
     .required = true, .since = "1.0.3", .level = Level::Basic, .effect = Effect::Election,
     .help = TH_HELP("schema", "The instances that move together.")},
    {.name = "track_interface", .kind = Kind::ListBlock, .arguments = "{ IFNAME [weight N [reverse]] ... }",
     .more = grammar::trackInterface, .many = true, .since = "2.0.0", .level = Level::Advanced,
     .effect = Effect::Election, .help = TH_HELP("schema", "Interfaces whose link state bears on every member.")},
    {.name = "track_script", .kind = Kind::ListBlock, .arguments = "{ SCRIPT [weight N [reverse|noreverse]] ... }",
     .more = grammar::trackScript, .many = true, .since = "2.0.0", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Scripts whose result bears on every member.")},
    {.name = "track_file", .kind = Kind::ListBlock, .arguments = "{ FILE [weight N [reverse|noreverse]] ... }",
     .more = grammar::trackFileUse, .many = true, .since = "2.0.0", .level = Level::Advanced,
     .effect = Effect::Election, .help = TH_HELP("schema", "Files whose number bears on every member.")},
    {.name = "track_process", .kind = Kind::ListBlock, .arguments = "{ PROCESS [weight N [reverse|noreverse]] ... }",
     .more = grammar::trackProcessUse, .many = true, .since = "2.0.11", .level = Level::Advanced,
     .effect = Effect::Election, .help = TH_HELP("schema", "Processes whose presence bears on every member.")},
    {.name = "track_bfd", .kind = Kind::ListBlock, .arguments = "{ BFD [weight N [reverse|noreverse]] ... }",
     .more = grammar::trackBfd, .many = true, .since = "2.0.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "BFD sessions whose state bears on every member.")},
    {.name = "notify_backup", .kind = Kind::Command, .arguments = "CMD [user [group]]", .more = grammar::userAndGroup,
     .since = "1.0.3", .level = Level::Basic, .help = TH_HELP("schema", "Command run when the group becomes backup.")},
    {.name = "notify_master", .kind = Kind::Command, .arguments = "CMD [user [group]]", .more = grammar::userAndGroup,
     .since = "1.0.3", .level = Level::Basic, .help = TH_HELP("schema", "Command run when the group becomes master.")},
    {.name = "notify_fault", .kind = Kind::Command, .arguments = "CMD [user [group]]", .more = grammar::userAndGroup,
     .since = "1.0.3", .level = Level::Basic, .help = TH_HELP("schema", "Command run when the group enters FAULT.")},
    {.name = "notify_stop", .kind = Kind::Command, .arguments = "CMD [user [group]]", .more = grammar::userAndGroup,
     .since = "2.0.0", .level = Level::Advanced, .help = TH_HELP("schema", "Command run when the daemon stops.")},
    {.name = "notify", .kind = Kind::Command, .arguments = "CMD [user [group]]", .more = grammar::userAndGroup,
     .since = "1.1.2", .level = Level::Basic,
     .help = TH_HELP("schema", "Command run at every change; gets GROUP, name, state and 0.")},
    {.name = "smtp_alert", .kind = Kind::Bool, .arguments = "[BOOL]", .defaultText = "global default", .since = "1.0.3",
     .level = Level::Advanced, .help = TH_HELP("schema", "Send a mail when the group changes state.")},
    {.name = "global_tracking", .kind = Kind::Flag, .since = "1.2.3", .standing = Standing::Ignored,
     .help = TH_HELP("schema", "No longer needed; ignored.")},
    {.name = "sync_group_tracking_weight", .kind = Kind::Flag, .defaultText = "off", .since = "2.0.0",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Let weights of tracked things count inside this group.")},
    {.name = "notify_priority_changes", .kind = Kind::Bool, .arguments = "[BOOL]",
     .defaultText = "= vrrp_notify_priority_changes", .since = "2.2.0",
     .help = TH_HELP("schema", "Report priority changes of the members through the pipe.")},
};

// clang-format on

constinit const std::span<const Keyword> vrrpSyncGroup = vrrpSyncGroupRows;

} // namespace twinhelm::config::schema
