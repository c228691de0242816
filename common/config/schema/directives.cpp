#include "common/config/schema/tables.h"
#include "common/config/schema/text.h"

// What is acted on before a line is looked at as a keyword: includes, conditions, definitions, repetitions.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Keyword directivesRows[] = {
    {.name = "include", .kind = Kind::List, .arguments = "FILE|GLOB", .since = "1.0.3", .level = Level::Advanced,
     .effect = Effect::Election,
     .help = TH_HELP("schema", "Reads another file, or all that fit a pattern, in place of this line.")},
    {.name = "includer", .kind = Kind::List, .arguments = "FILE|GLOB", .effect = Effect::Election,
     .help = TH_HELP("schema", "Like include; a file that cannot be read is an error.")},
    {.name = "includem", .kind = Kind::List, .arguments = "FILE|GLOB", .effect = Effect::Election,
     .help = TH_HELP("schema", "Like includer; a name without wildcards has to exist.")},
    {.name = "includew", .kind = Kind::List, .arguments = "FILE|GLOB", .effect = Effect::Election,
     .help = TH_HELP("schema", "Like includem; a pattern has to fit something.")},
    {.name = "includeb", .kind = Kind::List, .arguments = "FILE|GLOB", .effect = Effect::Election,
     .help = TH_HELP("schema", "Like includer; each word between braces has to fit something.")},
    {.name = "includea", .kind = Kind::List, .arguments = "FILE|GLOB", .effect = Effect::Election,
     .help = TH_HELP("schema", "Like include with all checks.")},
    {.name = "@ID", .kind = Kind::List, .arguments = "LINE", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Keeps the line only on the node whose config id is ID.")},
    {.name = "@^ID", .kind = Kind::List, .arguments = "LINE", .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Keeps the line only on nodes whose config id is another.")},
    {.name = "$NAME=VALUE", .kind = Kind::List, .level = Level::Advanced, .effect = Effect::Election,
     .help = TH_HELP("schema", "Defines a name for a text.")},
    {.name = "$NAME", .kind = Kind::List, .effect = Effect::Election,
     .help = TH_HELP("schema", "Stands for the text defined under the name.")},
    {.name = "${NAME}", .kind = Kind::List, .effect = Effect::Election,
     .help = TH_HELP("schema", "Stands for the text defined under the name, wherever it is.")},
    {.name = "${_PWD}", .kind = Kind::List, .effect = Effect::Election,
     .help = TH_HELP("schema", "The folder of the file being read.")},
    {.name = "${_INSTANCE}", .kind = Kind::List, .effect = Effect::Election,
     .help = TH_HELP("schema", "The config id of this node.")},
    {.name = "${_RANDOM [MIN [MAX]]}", .kind = Kind::List, .rangeText = "0..32767 default", .effect = Effect::Election,
     .help = TH_HELP("schema", "A random whole number.")},
    {.name = "${_ENV VAR}", .kind = Kind::List, .since = "2.4.0", .effect = Effect::Election,
     .help = TH_HELP("schema", "The value of an environment variable.")},
    {.name = "${_HASH}", .kind = Kind::List, .effect = Effect::Election,
     .help = TH_HELP("schema", "A # that begins no comment.")},
    {.name = "${_BANG}", .kind = Kind::List, .effect = Effect::Election,
     .help = TH_HELP("schema", "A ! that begins no comment.")},
    {.name = "~SEQ(", .kind = Kind::List, .arguments = "VAR,[START,[STEP,]]END)", .effect = Effect::Election,
     .help = TH_HELP("schema", "Repeats the line for each number of a row.")},
    {.name = "~SEQx(", .kind = Kind::List, .arguments = "VAR,[START,[STEP,]]END)", .effect = Effect::Election,
     .help = TH_HELP("schema", "Repeats the line for each number of a row, written in hexadecimal.")},
    {.name = "~LST(", .kind = Kind::List, .arguments = "VAR,V1,V2... | {A,B},{1,2}...)", .effect = Effect::Election,
     .help = TH_HELP("schema", "Repeats the line for each member of a list.")},
};
// clang-format on

constinit const std::span<const Keyword> directives = directivesRows;

} // namespace twinhelm::config::schema
