#include "common/config/schema/grammar.h"
#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// vrrp_track_process, track_file (and its old name), track_group.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword vrrpTrackProcessRows[] = {
    {.name = "process", .kind = Kind::String, .arguments = "PATH [PARAMS...]", .more = grammar::processParameters,
     .required = true, .since = "2.0.11", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Program to look for, perhaps with its arguments.")},
    {.name = "param_match", .kind = Kind::Enum, .arguments = "[initial|partial]", .choices = "initial|partial",
     .defaultText = "exact when params given", .since = "2.0.16", .effect = Effect::Election,
     .help = TH_HELP("schema", "How much of the arguments must fit: all, the beginning, or any part.")},
    {.name = "weight", .kind = Kind::Int, .arguments = "N [reverse]", .hasRange = true, .min = -254, .max = 254,
     .more = grammar::reverseWord, .rangeText = "-254..254", .defaultText = "0", .since = "2.0.11",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Added to the priority while it runs (positive) or while it does not (negative). 0: "
                             "absence means FAULT.")},
    {.name = "quorum", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 1, .max = 65535,
     .rangeText = "1..65535", .defaultText = "1", .since = "2.0.11", .level = Level::Advanced,
     .effect = Effect::Election, .help = TH_HELP("schema", "At least this many must run.")},
    {.name = "quorum_max", .kind = Kind::Uint, .arguments = "N", .hasRange = true, .min = 0, .max = 65535,
     .rangeText = "0..65535", .defaultText = "unlimited", .since = "2.0.16", .effect = Effect::Election,
     .help = TH_HELP("schema", "At most this many may run.")},
    {.name = "delay", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0.000001, .max = 3600, .decimals = 6, .rangeText = "0.000001..3600", .defaultText = "0", .since = "2.0.11",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "How long a change must last before it counts.")},
    {.name = "terminate_delay", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0.000001, .max = 3600, .decimals = 6, .rangeText = "0.000001..3600", .defaultText = "0", .since = "2.0.16",
     .effect = Effect::Election,
     .help = TH_HELP("schema", "How long a process must be gone before it counts as gone.")},
    {.name = "fork_delay", .kind = Kind::Decimal, .arguments = "SECS", .unit = Unit::Seconds, .hasRange = true,
     .min = 0.000001, .max = 3600, .decimals = 6, .rangeText = "0.000001..3600", .defaultText = "0", .since = "2.0.16",
     .effect = Effect::Election, .help = TH_HELP("schema", "How long a process must run before it counts as running.")},
    {.name = "full_command", .kind = Kind::Flag, .defaultText = "off", .since = "2.0.11", .effect = Effect::Election,
     .help = TH_HELP("schema", "Compare the full command line instead of the short name.")},
};

static constexpr Keyword trackFileRows[] = {
    {.name = "file", .kind = Kind::Path, .arguments = "PATH", .required = true, .rangeText = "local, writable-type fs",
     .since = "2.1.0", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "File that holds a number.")},
    {.name = "weight", .kind = Kind::Int, .arguments = "N [reverse]", .hasRange = true, .min = -254, .max = 254,
     .more = grammar::reverseWord, .rangeText = "-254..254", .defaultText = "1", .since = "2.1.0",
     .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Multiplied by the number in the file and added to the priority.")},
    {.name = "init_file", .kind = Kind::List, .arguments = "[VALUE] [overwrite]", .more = grammar::initFile,
     .rangeText = "VALUE -2147483648..2147483647", .defaultText = "off; VALUE 0", .since = "2.1.0",
     .level = Level::Advanced, .effect = Effect::Restart,
     .help = TH_HELP("schema", "Make the file at start, with this number.")},
};

static constexpr Keyword trackGroupRows[] = {
    {.name = "group", .kind = Kind::ListBlock, .arguments = "{ INSTANCE... }", .more = grammar::instanceNames,
     .required = true, .since = "2.0.3", .level = Level::Advanced,
     .help = TH_HELP("schema", "The instances of the group.")},
};

// clang-format on

constinit const std::span<const Keyword> vrrpTrackProcess = vrrpTrackProcessRows;
constinit const std::span<const Keyword> trackFile = trackFileRows;
constinit const std::span<const Keyword> trackGroup = trackGroupRows;

} // namespace twinhelm::config::schema
