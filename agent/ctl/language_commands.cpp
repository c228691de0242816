#include "agent/ctl/language_commands.h"

#include <iostream>

#include <unistd.h>

#include "agent/ctl/reference_commands.h"

namespace twinhelm::ctl
{

namespace
{

/// Colours are for people at a terminal (https://no-color.org).
bool wantsColours(const Streams &io)
{
    return &io.out == &std::cout && ::isatty(STDOUT_FILENO) == 1 && ::getenv("NO_COLOR") == nullptr;
}

constexpr auto checkExitCodes =
    "Exit codes: 0 no errors, 1 warnings (with --strict), 2 errors, 3 a file cannot be read\n";
constexpr auto repairExitCodes =
    "Exit codes: 0 done, 1 questions are open, 2 not a configuration, 3 a file cannot be read or written\n";

} // namespace

LanguageCommands::LanguageCommands(const Streams &io, const std::string &nodeId) : io_(io)
{
    check_.nodeId = nodeId;
    export_.node = nodeId;
}

void LanguageCommands::addTo(CLI::App &app, const Chosen &chosen)
{
    addCheck(app, chosen);
    addRepair(app, chosen);
    addConvert(app, chosen);
    addReference(app, chosen);
}

void LanguageCommands::addCheck(CLI::App &app, const Chosen &chosen)
{
    auto *const command = app.add_subcommand("check", "what is wrong with configuration files, alone and together");
    command->footer(checkExitCodes);
    command
        ->add_option("FILE", check_.files,
                     "keepalived.conf; ID=FILE for each node of a cluster; - reads standard input")
        ->required();
    auto *const id =
        command->add_option("--config-id,-i", check_.nodeId, "for the node of this id")->capture_default_str();
    command->add_option("--ids", check_.ids, "FILE is the document of these nodes: a,b")->delimiter(',')->excludes(id);
    command->add_option("--target-version", check_.targetVersion,
                        "the keepalived that will read it, as 2.2.7: what it does not know yet is an error");
    auto *const format = command->add_option("--format", format_, "text, json or sarif")
                             ->check(CLI::IsMember({"text", "json", "sarif"}))
                             ->capture_default_str();
    command->add_flag("--json", json_, "the same as --format json")->excludes(format);
    command->add_flag("--strict", check_.strict, "warnings count as well");
    command->callback([this, chosen] {
        chosen([this] {
            check_.format = json_ || format_ == "json" ? Format::Json
                            : format_ == "sarif"       ? Format::Sarif
                                                       : Format::Text;
            check_.colours = wantsColours(io_);
            return ctl::check(check_, io_);
        });
    });
}

void LanguageCommands::addRepair(CLI::App &app, const Chosen &chosen)
{
    auto *const command =
        app.add_subcommand("repair", "make text copied from a page or a terminal a configuration again");
    command->footer(repairExitCodes);
    command->add_option("FILE", repair_.file, "the text; - reads standard input")->required();
    command->add_option("--output,-o", repair_.output, "write there instead of to standard output");
    command->add_flag("--yes,-y", repair_.yes, "do also what is not certain");
    command->add_option("--format", repairFormat_, "text, or json: the list of changes")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->callback([this, chosen] {
        chosen([this] {
            repair_.json = repairFormat_ == "json";
            return ctl::repair(repair_, io_);
        });
    });
}

void LanguageCommands::addConvert(CLI::App &app, const Chosen &chosen)
{
    auto *const out = app.add_subcommand("export", "one node's own file out of a document");
    out->add_option("FILE", export_.file, "the document; - reads standard input")->required();
    out->add_option("--config-id,-i,--node", export_.node, "id of the node")->capture_default_str();
    out->add_option("--output,-o", export_.output, "write there instead of to standard output");
    auto *const minimal = out->add_flag("--minimal", minimal_, "without comments and empty lines");
    auto *const normalise =
        out->add_flag("--normalise", normalise_, "what it means: definitions and includes resolved, one order");
    out->add_flag("--json", model_, "what it means, for programs; secrets are masked")
        ->excludes(minimal)
        ->excludes(normalise);
    minimal->excludes(normalise);
    out->callback([this, chosen] {
        chosen([this] {
            export_.form = model_       ? ExportForm::Json
                           : normalise_ ? ExportForm::Normalised
                           : minimal_   ? ExportForm::Minimal
                                        : ExportForm::Own;
            return exportFile(export_, io_);
        });
    });
    auto *const in = app.add_subcommand("import", "keepalived.conf out of another program's configuration");
    in->add_option("PROGRAM", import_.from, "ipvsadm (what ipvsadm -S -n prints) or ldirectord")
        ->check(CLI::IsMember({"ipvsadm", "ldirectord"}))
        ->required();
    in->add_option("FILE", import_.file, "its configuration; - reads standard input")->required();
    in->add_option("--output,-o", import_.output, "write there instead of to standard output");
    in->callback([this, chosen] { chosen([this] { return importFile(import_, io_); }); });
}

void LanguageCommands::addReference(CLI::App &app, const Chosen &chosen)
{
    auto *const explain = app.add_subcommand("explain", "what a finding means and how to mend it");
    explain->add_option("CODE", name_, "K0102")->required();
    explain->callback([this, chosen] { chosen([this] { return ctl::explain(name_, io_); }); });
    auto *const keyword = app.add_subcommand("keyword", "what a keyword does, takes and costs");
    keyword->add_option("NAME", name_, "vrrp_instance/advert_int, or advert_int")->required();
    keyword->callback([this, chosen] { chosen([this] { return ctl::keyword(name_, io_); }); });
}

} // namespace twinhelm::ctl
