#include <array>

#include "common/config/validate/rules/commands.h"
#include "common/config/validate/rules/rules.h"

// Folders that every user may write to. Who can put a file there is run as the daemon's script user, often root.
namespace twinhelm::config::rules
{

namespace
{

void checkCommand(const model::Value<model::Command> &command, Diagnostics &diagnostics)
{
    static constexpr std::array folders{"/tmp/", "/var/tmp/", "/dev/shm/"};
    if (!command.given)
        return;
    for (const std::string_view folder : folders) {
        if (command->argv.front().starts_with(folder)) {
            report(diagnostics, k0236InsecureCommand, Severity::Warning, command.range,
                   "Everybody may write to " + std::string(folder) + ", so anybody can change what runs here.");
        }
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    forEachCommand(config, [&](const auto &command) { checkCommand(command, diagnostics); });
}

} // namespace

const Rule k0236InsecureCommand{
    {"K0236", "Script in a folder that everybody may write to",
     "Whoever can write there can run commands as the script's user. With enable_script_security "
     "keepalived does not run it.",
     "Move the script to a folder of root's, such as /etc/keepalived or /usr/local/sbin.",
     "    script \"/tmp/check_nginx.sh\"\n"
     "#          ^^^^^^^^^^^^^^^^^^^^^\n",
     "    script \"/usr/local/sbin/check_nginx.sh\"\n", Place::Script},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
