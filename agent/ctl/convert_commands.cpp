#include "agent/ctl/convert_commands.h"

#include "agent/ctl/check_report_text.h"
#include "agent/ctl/exit_code.h"
#include "agent/ctl/text_source.h"
#include "common/cluster/split.h"
#include "common/config/import/import_ipvsadm.h"
#include "common/config/import/import_ldirectord.h"
#include "common/config/syntax/node_ids.h"
#include "common/config/write/json_model.h"
#include "common/config/write/minimal.h"
#include "common/config/write/normalised.h"

namespace twinhelm::ctl
{

namespace
{

void warnAboutStranger(const TextSource &source, const std::string &node, const Streams &io)
{
    const auto known = config::nodeIds(source.text);
    if (known.empty() || known.contains(node))
        return;
    std::string names;
    for (const auto &name : known)
        names += (names.empty() ? "" : ", ") + name;
    io.err << "twinhelmctl: warning: no line of " << source.name() << " is for " << node << " (it names " << names
           << "); exporting what all nodes share\n";
}

/// A form that shows the meaning would hide what was not understood: with errors nothing is written.
int exportMeaning(const TextSource &source, const ExportWanted &wanted, const Streams &io)
{
    Findings findings{{{source.name(), wanted.node, loadSource(source, wanted.node)}}, {}};
    const auto &loaded = findings.files.front().loaded;
    if (hasErrors(loaded.diagnostics)) {
        findings.all = loaded.diagnostics;
        io.err << findingsText(findings, false);
        return io.complain({"A0495", source.name() + " has errors, so what it means is not certain.",
                            "Mend them first, or export without --normalise and --json."},
                           exit_code::badConfig);
    }
    const auto text =
        wanted.form == ExportForm::Json ? config::jsonModel(loaded.model) + '\n' : config::normalisedText(loaded.model);
    return deliverText(text, wanted.output, io);
}

} // namespace

int exportFile(const ExportWanted &wanted, const Streams &io)
{
    const auto source = readText(wanted.file, io);
    if (!source)
        return io.complain(source.error(), exit_code::unreadable);
    warnAboutStranger(*source, wanted.node, io);
    if (wanted.form == ExportForm::Json || wanted.form == ExportForm::Normalised)
        return exportMeaning(*source, wanted, io);
    auto own = cluster::splitFor(source->text, wanted.node);
    if (wanted.form == ExportForm::Minimal)
        own = config::minimalText(own);
    return deliverText(own, wanted.output, io);
}

int importFile(const ImportWanted &wanted, const Streams &io)
{
    const auto source = readText(wanted.file, io);
    if (!source)
        return io.complain(source.error(), exit_code::unreadable);
    const auto imported =
        wanted.from == "ipvsadm" ? config::importIpvsadm(source->text) : config::importLdirectord(source->text);
    Findings findings;
    findings.files.push_back({source->name(), {}, {}});
    findings.files.front().loaded.sources.add(source->name(), source->text);
    findings.all = imported.diagnostics;
    io.err << findingsText(findings, false);
    if (hasErrors(imported.diagnostics) && imported.config.empty())
        return exit_code::badConfig;
    const auto code = deliverText(imported.config, wanted.output, io);
    return code != exit_code::ok ? code : hasErrors(imported.diagnostics) ? exit_code::badConfig : exit_code::ok;
}

} // namespace twinhelm::ctl
