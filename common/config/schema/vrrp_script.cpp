#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// vrrp_script NAME { ... }
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword vrrpScriptRows[] = {
    {.name = "script", .kind = Kind::Command, .arguments = "CMD | \"CMD ARGS...\" [user [group]]",
     .more = grammar::userAndGroup, .required = true, .since = "1.1.13", .level = Level::Basic,
     .effect = Effect::Election,
     .help = TH_HELP("schema", "Command to run; exit code 0 means good. With arguments it needs quotes.")},
    {.name = "interval", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0.001, .max = 4294967, .decimals = 3, .zeroIsOne = true,
     .rangeText = "0.001..4294967 (3 decimals; 0 becomes 1)", .defaultText = "1", .since = "1.1.13",
     .level = Level::Basic, .effect = Effect::Election, .help = TH_HELP("schema", "Time from one start to the next.")},
    {.name = "timeout", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0.001, .max = 4294967, .decimals = 3, .zeroIsOne = true, .rangeText = "0.001..4294967", .defaultText = "= interval",
     .since = "1.2.6", .level = Level::Basic, .effect = Effect::Election,
     .help = TH_HELP("schema", "A run that takes longer counts as failed and is killed.")},
    {.name = "weight", .kind = Kind::Int, .arguments = "N [reverse]", .hasRange = true, .min = -253, .max = 253,
     .more = grammar::reverseWord, .rangeText = "-253..253", .defaultText = "0", .since = "1.1.13",
     .level = Level::Basic, .effect = Effect::Election,
     .help = TH_HELP("schema", "Added to the priority while good (positive) or while failed (negative). 0: failure "
                             "means FAULT.")},
    {.name = "rise", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 2147483647,
     .rangeText = "1..2147483647", .defaultText = "1", .since = "1.1.18", .level = Level::Basic,
     .effect = Effect::Election, .help = TH_HELP("schema", "Good results in a row until it counts as good.")},
    {.name = "fall", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 2147483647,
     .rangeText = "1..2147483647", .defaultText = "1", .since = "1.1.18", .level = Level::Basic,
     .effect = Effect::Election, .help = TH_HELP("schema", "Failed results in a row until it counts as failed.")},
    {.name = "user", .kind = Kind::String, .arguments = "USER [GROUP]", .more = grammar::groupName,
     .defaultText = "script_user", .since = "1.3.0", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "User, and perhaps group, the command runs as.")},
    {.name = "init_fail", .kind = Kind::Flag, .defaultText = "off (assumed OK)", .since = "1.3.2",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Counts as failed until the first result.")},
};

// clang-format on

constinit const std::span<const Keyword> vrrpScript = vrrpScriptRows;

} // namespace twinhelm::config::schema
