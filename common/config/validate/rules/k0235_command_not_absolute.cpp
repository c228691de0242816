#include "common/config/validate/rules/commands.h"
#include "common/config/validate/rules/rules.h"

// keepalived looks through its PATH, which is not the one of a login shell.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    forEachCommand(config, [&](const model::Value<model::Command> &command) {
        const auto &program = command->argv.empty() ? std::string() : command->argv.front();
        if (program.empty() || program.front() == '/' || program.front() == '<')
            return;
        const bool path = program.find('/') != std::string::npos;
        report(diagnostics, k0235CommandNotAbsolute, path ? Severity::Warning : Severity::Hint, command.range,
               program + (path ? " is relative to the folder keepalived happens to run in."
                               : " is looked for in keepalived's PATH. With its full path nothing else can be found."));
    });
}

} // namespace

const Rule k0235CommandNotAbsolute{
    {"K0235", "Command without its full path",
     "Which file is run depends on the daemon's PATH or folder, and can differ between nodes and after a "
     "reboot.",
     "Write the full path.",
     "    script \"pgrep nginx\"\n"
     "#          ^^^^^^^^^^^^^\n",
     "    script \"/usr/bin/pgrep nginx\"\n", Place::Script},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
