#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about vrrp_script.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph vrrpScriptRows[] = {
    {"script", TH_HELP("schema",
     "The command to run; exit code 0 means good, anything else failed. With arguments it needs double "
     "quotes, or the second and third word are taken for a user and a group. Give an absolute path: scripts "
     "run with next to no environment. Test it as the user it will run as, since a script that cannot be "
     "started counts as failed on every node at once.")},
    {"interval", TH_HELP("schema",
     "Seconds from one start of the script to the next. If a run is still going when the next is due, that "
     "one is left out. Detecting a failure takes up to interval times fall, plus the timeout. Fractions of "
     "a second need a newer keepalived than 2.2.7, which ignores them with an error.")},
    {"timeout", TH_HELP("schema",
     "A run that takes longer is ended, first politely, two seconds later by force, and counts as failed. "
     "It defaults to the interval. A check of a remote service needs its own, shorter timeout, so that it "
     "can say why it failed. keepalived 2.2.7 takes whole seconds only.")},
    {"weight", TH_HELP("schema",
     "What the result is worth. 0 takes the node out of the election while the script fails. A positive "
     "number is added to the priority while it succeeds, a negative one while it fails. Make it larger than "
     "the difference between the nodes' priorities, or nothing ever moves; with reverse what would be added "
     "is taken and the other way round, and with 0 it is success that takes the node out.")},
    {"rise", TH_HELP("schema",
     "Good results in a row until a failed script counts as good again. The very first result after the "
     "start decides alone.")},
    {"fall", TH_HELP("schema",
     "Failed results in a row until the script counts as failed. 2 or 3 keep one slow answer from moving "
     "the addresses. The very first result after the start decides alone.")},
    {"user", TH_HELP("schema",
     "User, and after it group, that this script runs as, instead of script_user. Root only if the check "
     "really needs it.")},
    {"init_fail", TH_HELP("schema",
     "The script counts as failed until its first result. Without it, it counts as good, so that a broken "
     "node can become master for a moment after the start.")},
};

// clang-format on

constinit const std::span<const Paragraph> vrrpScriptHelp = vrrpScriptRows;

} // namespace twinhelm::config::schema
