#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about vrrp_track_process, track_file, track_group.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph vrrpTrackProcessRows[] = {
    {"process", TH_HELP("schema",
     "The program to look for: its name or path, and arguments if they should count. The kernel keeps 15 "
     "characters of a name; for longer ones, and to tell two programs of the same name apart, use "
     "full_command. Programs started by an interpreter go by the interpreter's name.")},
    {"param_match", TH_HELP("schema",
     "How the arguments are compared: all of them exactly unless you write initial for the beginning or "
     "partial for any part.")},
    {"weight", TH_HELP("schema",
     "What the presence is worth. 0 takes the node out of the election while the process is missing; a "
     "positive number is added while it runs, a negative one while it does not. With reverse what would "
     "be added is taken and the other way round, and with 0 the process must not run.")},
    {"quorum", TH_HELP("schema",
     "At least this many such processes must run. Workers of a web server count one by one.")},
    {"quorum_max", TH_HELP("schema",
     "At most this many may run; 0 means that it must not run at all. Helps against a second copy of "
     "something that must be alone.")},
    {"delay", TH_HELP("schema",
     "How long a change must last before it counts, in both directions. Choose a little more than a restart "
     "of the program takes, so that an upgrade does not move the addresses.")},
    {"terminate_delay", TH_HELP("schema",
     "How long too few processes must have lasted before they count as missing. This is the one to raise "
     "against failovers during restarts.")},
    {"fork_delay", TH_HELP("schema",
     "How long too many or again enough processes must have lasted before that counts.")},
    {"full_command", TH_HELP("schema",
     "Compares the full path from the command line instead of the short name, which the kernel cuts after "
     "15 characters. It costs a look into /proc at each start of a program.")},
};

static constexpr Paragraph trackFileRows[] = {
    {"file", TH_HELP("schema",
     "The path of the file that holds the number. It has to be on a local file system such as /run: changes "
     "on NFS, FUSE, /proc or /sys are not noticed. Write the file in one go, best under another name and "
     "renamed, so that nobody reads half of it.")},
    {"weight", TH_HELP("schema",
     "Multiplied by the number in the file and added to the priority; 1 unless you write another. If the "
     "result is -254 or less, the instance goes to FAULT; with weight 0 any number but 0 does so.")},
    {"init_file", TH_HELP("schema",
     "Makes the file at the start if it is missing, with this number or 0; overwrite also replaces what is "
     "there, but never at a reload. Without it a missing file counts as 0 until somebody makes it.")},
};

static constexpr Paragraph trackGroupRows[] = {
    {"group", TH_HELP("schema",
     "The instances that go with the static entries naming this group. When entries are put back, these "
     "instances are looked at anew.")},
};

// clang-format on

constinit const std::span<const Paragraph> vrrpTrackProcessHelp = vrrpTrackProcessRows;
constinit const std::span<const Paragraph> trackFileHelp = trackFileRows;
constinit const std::span<const Paragraph> trackGroupHelp = trackGroupRows;

} // namespace twinhelm::config::schema
