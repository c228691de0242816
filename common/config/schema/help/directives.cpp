#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about includes, conditions, definitions and repetitions.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph directivesRows[] = {
    {"include", TH_HELP("schema",
     "Reads another file, or all that fit a pattern, in place of this line. Paths are relative to the file "
     "with the line. A name that fits nothing is passed over in silence, and half of your configuration may "
     "be missing without a word: use includea, or set include_check.")},
    {"includer", TH_HELP("schema",
     "Like include, but a file that cannot be read, or is no regular file, is reported as an error.")},
    {"includem", TH_HELP("schema",
     "Like includer, and a name without wildcards has to exist.")},
    {"includew", TH_HELP("schema",
     "Like includem, and a pattern with wildcards has to fit at least one file.")},
    {"includeb", TH_HELP("schema",
     "Like includer, and every alternative in a {a,b} has to fit something.")},
    {"includea", TH_HELP("schema",
     "Like include with all checks: whatever is missing or unreadable is an error.")},
    {"@ID", TH_HELP("schema",
     "Keeps the rest of the line only where the config id is ID: the option -i, or the first part of the "
     "host name. So one file serves all nodes of a cluster. A host name that changes takes the node's lines "
     "away with it.")},
    {"@^ID", TH_HELP("schema",
     "Keeps the rest of the line only where the config id is not ID. There is no form with an exclamation "
     "mark, since that begins a comment.")},
    {"$NAME=VALUE", TH_HELP("schema",
     "Defines a name for a text that $NAME or ${NAME} stand for later on. No blank may stand before the "
     "equals sign. A backslash at the end goes on to the next line, so that a name can stand for several "
     "lines.")},
    {"$NAME", TH_HELP("schema",
     "Stands for the text defined under the name. A blank, a comma, a closing bracket or the line's end "
     "must follow; an undefined name stays as it is.")},
    {"${NAME}", TH_HELP("schema",
     "Stands for the text defined under the name; the braces let other characters follow at once, as in "
     "${NET}.1.")},
    {"${_PWD}", TH_HELP("schema",
     "The folder of the file being read, for paths of scripts next to it.")},
    {"${_INSTANCE}", TH_HELP("schema",
     "The config id of this node, the one that @ID is compared with.")},
    {"${_RANDOM [MIN [MAX]]}", TH_HELP("schema",
     "A random whole number, from 0 to 32767 unless you give bounds. Each process draws its own, so parts "
     "read by two processes can differ unless random_seed is set.")},
    {"${_ENV VAR}", TH_HELP("schema",
     "The value of an environment variable of the daemon. Under a service manager few are set.")},
    {"${_HASH}", TH_HELP("schema",
     "A # that begins no comment, for texts that are substituted.")},
    {"${_BANG}", TH_HELP("schema",
     "A ! that begins no comment, for texts that are substituted.")},
    {"~SEQ(", TH_HELP("schema",
     "Repeats the rest of the line for each number from START to END; the variable stands for the number. "
     "It has to begin the line. Two in a row make an inner and an outer loop.")},
    {"~SEQx(", TH_HELP("schema",
     "Like ~SEQ, with the numbers written in hexadecimal, as IPv6 addresses want them.")},
    {"~LST(", TH_HELP("schema",
     "Repeats the rest of the line for each member of a list, or for several variables at once with lists "
     "in braces. Missing members are blank.")},
};
// clang-format on

constinit const std::span<const Paragraph> directivesHelp = directivesRows;

} // namespace twinhelm::config::schema
