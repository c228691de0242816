#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "agent/ctl/check_command.h"
#include "agent/ctl/convert_commands.h"
#include "agent/ctl/repair_command.h"
#include "agent/ctl/streams.h"

namespace twinhelm::ctl
{

/// check, repair, export, import, explain, keyword: the part of the command line that is about the language alone.
class LanguageCommands
{
public:
    /// `nodeId`: the config id when none is given.
    LanguageCommands(const Streams &io, const std::string &nodeId);
    LanguageCommands(const LanguageCommands &) = delete; // the parser writes into it
    LanguageCommands &operator=(const LanguageCommands &) = delete;

    /// Gives a subcommand's callback the work it stands for.
    using Chosen = std::function<void(std::function<int()>)>;
    void addTo(CLI::App &app, const Chosen &chosen);

private:
    void addCheck(CLI::App &app, const Chosen &chosen);
    void addRepair(CLI::App &app, const Chosen &chosen);
    void addConvert(CLI::App &app, const Chosen &chosen);
    void addReference(CLI::App &app, const Chosen &chosen);

    Streams io_;
    CheckWanted check_;
    RepairWanted repair_;
    ExportWanted export_;
    ImportWanted import_;
    std::string format_ = "text";
    std::string repairFormat_ = "text";
    std::string name_;
    bool json_ = false;
    bool minimal_ = false;
    bool normalise_ = false;
    bool model_ = false;
};

} // namespace twinhelm::ctl
