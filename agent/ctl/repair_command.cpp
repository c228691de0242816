#include "agent/ctl/repair_command.h"

#include <algorithm>

#include <boost/json.hpp>

#include "agent/ctl/exit_code.h"
#include "agent/ctl/text_source.h"
#include "common/config/repair/repair.h"

namespace twinhelm::ctl
{

namespace json = boost::json;

namespace
{

struct Lines {
    std::size_t first = 0;
    std::size_t last = 0;
};

Lines linesOf(const config::SourceSet &sources, SourceRange range)
{
    return {sources.position(0, range.begin).line,
            sources.position(0, std::max(range.begin, range.end == 0 ? 0 : range.end - 1)).line};
}

const char *kindName(config::TextKind kind)
{
    switch (kind) {
    case config::TextKind::Configuration: return "configuration";
    case config::TextKind::Part: return "part";
    case config::TextKind::ShellScript: return "shell script";
    case config::TextKind::Other: return "other";
    }
    return "?";
}

/// A line for each change; changes of one sort on neighbouring lines share one.
void printChanges(const config::RepairResult &result, const config::SourceSet &sources, const std::string &name,
                  const Streams &io)
{
    const auto &all = result.changes;
    for (std::size_t i = 0; i < all.size();) {
        auto lines = linesOf(sources, all[i].range);
        auto next = i + 1;
        for (; next < all.size() && all[next].words == all[i].words && all[next].applied == all[i].applied; ++next) {
            const auto more = linesOf(sources, all[next].range);
            if (more.first > lines.last + 1)
                break;
            lines.last = std::max(lines.last, more.last);
        }
        io.err << name << ':' << lines.first << (lines.last > lines.first ? "-" + std::to_string(lines.last) : "")
               << ": " << (all[i].applied ? all[i].words : "not done: " + all[i].question) << '\n';
        i = next;
    }
    if (result.openQuestions() > 0)
        io.err << "twinhelmctl: " << result.openQuestions() << " open; --yes answers each with yes.\n";
}

std::string changesJson(const config::RepairResult &result, const config::SourceSet &sources)
{
    json::array changes;
    for (const auto &one : result.changes) {
        const auto lines = linesOf(sources, one.range);
        changes.push_back(json::object{{"line", lines.first},
                                       {"last_line", lines.last},
                                       {"begin", one.range.begin},
                                       {"end", one.range.end},
                                       {"kind", config::changeName(one.kind)},
                                       {"words", one.words},
                                       {"certain", one.certainty == Certainty::Certain},
                                       {"question", one.question},
                                       {"done", one.applied}});
    }
    return json::serialize(json::object{{"text_is", kindName(result.kind)},
                                        {"changed", result.changed()},
                                        {"open", result.openQuestions()},
                                        {"changes", std::move(changes)}}) +
           '\n';
}

int refuse(config::TextKind kind, const TextSource &source, const Streams &io)
{
    const bool script = kind == config::TextKind::ShellScript;
    return io.complain({"A0493",
                        source.name() + (script ? " is a shell script, not a configuration; it stays as it is."
                                                : " holds nothing of keepalived.conf; it stays as it is."),
                        script ? "Give only the part that is the configuration."
                               : "Give the configuration itself, for instance from global_defs on."},
                       exit_code::check::errors);
}

} // namespace

int repair(const RepairWanted &wanted, const Streams &io)
{
    const auto source = readText(wanted.file, io);
    if (!source)
        return io.complain(source.error(), exit_code::check::unreadable);
    const auto result = config::repair(source->text, {.applyUncertain = wanted.yes});
    config::SourceSet sources;
    sources.add(source->name(), source->text);
    const bool nothing = result.kind == config::TextKind::ShellScript || result.kind == config::TextKind::Other;
    if (wanted.json)
        io.out << changesJson(result, sources);
    if (nothing)
        return wanted.json ? exit_code::check::errors : refuse(result.kind, *source, io);
    if (!wanted.json)
        printChanges(result, sources, source->name(), io);
    // With JSON on standard output the text goes into a file or nowhere.
    if (!wanted.json || !wanted.output.empty()) {
        if (const auto code = deliverText(result.text, wanted.output, io, exit_code::check::unreadable);
            code != exit_code::ok)
            return code;
    }
    return result.openQuestions() > 0 ? exit_code::check::warnings : exit_code::ok;
}

} // namespace twinhelm::ctl
