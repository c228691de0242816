#include "agent/ctl/edit_commands.h"

#include <algorithm>
#include <functional>
#include <map>

#include <boost/json.hpp>

#include "agent/ctl/exit_code.h"
#include "agent/ctl/new_errors.h"
#include "agent/ctl/text_source.h"
#include "agent/ctl/unified_diff.h"
#include "common/base/joined.h"
#include "common/config/edit/apply_edits.h"
#include "common/config/edit/expanded_document.h"
#include "common/config/edit/mover.h"
#include "common/config/edit/path_editor.h"
#include "common/config/edit/renamer.h"
#include "common/config/edit/secrets.h"
#include "common/config/source/file_access.h"
#include "common/config/syntax/node_ids.h"

namespace twinhelm::ctl
{

namespace
{

using config::edit::ExpandedDocument;
using config::edit::Path;
using Edits = Result<std::vector<TextEdit>>;

/// A path that makes no sense is the command line's fault; the rest is the file's.
int complain(const Error &error, const Streams &io)
{
    return io.complain(error, error.code == "E0008" || error.code == "E0003" ? exit_code::usage : exit_code::refused);
}

ExpandedDocument expanded(const TextSource &document, const std::string &node)
{
    config::ExpandOptions options;
    options.nodeId = node;
    options.readFile = config::readDiskFile;
    options.findFiles = config::findDiskFiles;
    options.environment = config::processEnvironment;
    return ExpandedDocument(document.directory() + "/keepalived.conf", document.text, std::move(options));
}

/// The nodes to look at: those the file names, or one that stands for all.
std::vector<std::string> nodesOf(const TextSource &document, const std::string &only)
{
    if (!only.empty())
        return {only};
    const auto named = config::nodeIds(document.text);
    return named.empty() ? std::vector<std::string>{""} : std::vector<std::string>(named.begin(), named.end());
}

/// Why nothing was found in the file: a definition, a repetition or an included file may make it.
Error explained(const Error &error, const TextSource &document, const Path &path, const std::string &node)
{
    if (error.code != "E0002" && error.code != "E0004")
        return error;
    for (const auto &one : nodesOf(document, node)) {
        const auto origin = expanded(document, one).origin(path);
        if (!origin)
            continue;
        if (origin->included)
            return {"E0006",
                    path.text() + " stands in an included file: " + origin->file + ", line " +
                        std::to_string(origin->line) + '.',
                    "Edit that file: give its name instead of " + document.name() + '.'};
        return {
            "E0006", path.text() + " is made by line " + std::to_string(origin->line) + ": " + origin->text,
            "That line makes other things as well, or takes the words from a definition. Edit it as text, or change "
            "the definition it uses ('$NAME' is a path too)."};
    }
    return error;
}

int edit(const EditWanted &wanted, const Streams &io,
         const std::function<Edits(const config::EditContext &, const Path &)> &make)
{
    const auto path = Path::parse(wanted.path);
    if (!path)
        return complain(path.error(), io);
    const auto document = readText(wanted.file, io);
    if (!document)
        return io.complain(document.error(), exit_code::unreadable);
    const config::EditContext context(document->text, wanted.nodes);
    const auto &nodes = context.audience().nodes();
    if (!wanted.node.empty() && nodes.size() == 1)
        return io.complain({"E0003",
                            document->name() + " names no other node than " + wanted.node +
                                ", so it cannot be told who else reads it.",
                            "Say which nodes the cluster has: --nodes lb01,lb02."},
                           exit_code::usage);
    const auto edits = make(context, *path);
    if (!edits)
        return complain(explained(edits.error(), *document, *path, wanted.node), io);
    const auto after = config::applyEdits(document->text, *edits);
    if (after == document->text) {
        io.err << "twinhelmctl: unchanged\n";
        return document->isStandard() && !wanted.dryRun ? replaceText(*document, after, io) : exit_code::ok;
    }
    const auto errors = newErrors(*document, after, nodes);
    io.err << errors;
    if (!errors.empty() && !wanted.force)
        return io.complain({"A0493", "This would make the configuration wrong; nothing was written.",
                            "Make what it needs first, or use --force to write it all the same."},
                           exit_code::badConfig);
    if (wanted.dryRun) {
        io.out << unifiedDiff(document->name(), document->text, after, config::edit::masked(document->text),
                              config::edit::masked(after));
        return exit_code::ok;
    }
    const auto code = replaceText(*document, after, io);
    if (code == exit_code::ok)
        io.err << "twinhelmctl: written\n";
    return code;
}

/// What each node has at the path. Definitions are read where they stand.
Result<std::map<std::string, std::vector<std::string>>> valuesAt(const TextSource &document, const Path &path,
                                                                 const std::vector<std::string> &nodes)
{
    std::map<std::string, std::vector<std::string>> out;
    const config::EditContext context(document.text, {});
    for (const auto &node : nodes) {
        if (path.steps.front().keyword.starts_with('$')) {
            const auto place = config::edit::Finder(context).find(
                path, context.audience().knows(node) ? context.audience().only(node) : context.audience().everyone());
            if (!place)
                return tl::unexpected(place.error());
            for (const auto &hit : place->hits)
                out[node] = {context.arguments(hit.index)};
            continue;
        }
        auto values = expanded(document, node).readAll(path);
        if (values)
            out[node] = std::move(*values);
        else if (values.error().code != "E0002" || (out.empty() && node == nodes.back()))
            return tl::unexpected(values.error()); // a block may be another node's only
    }
    return out;
}

boost::json::value jsonOf(const std::vector<std::string> &values)
{
    boost::json::array out;
    for (const auto &value : values)
        out.emplace_back(value);
    return out;
}

} // namespace

int getValue(const GetWanted &wanted, const Streams &io)
{
    const auto path = Path::parse(wanted.path);
    if (!path)
        return complain(path.error(), io);
    const auto document = readText(wanted.file, io);
    if (!document)
        return io.complain(document.error(), exit_code::unreadable);
    const auto nodes = nodesOf(*document, wanted.node);
    const auto values = valuesAt(*document, *path, nodes);
    if (!values)
        return complain(values.error(), io);
    const bool any = std::any_of(values->begin(), values->end(), [](const auto &one) { return !one.second.empty(); });
    const bool same = values->size() == nodes.size() &&
                      std::all_of(values->begin(), values->end(),
                                  [&](const auto &one) { return one.second == values->begin()->second; });
    if (wanted.json) {
        boost::json::object out{{"path", path->text()}, {"shared", same}};
        if (same)
            out["values"] = jsonOf(values->begin()->second);
        boost::json::object each;
        for (const auto &[node, list] : *values) {
            if (!node.empty())
                each[node] = jsonOf(list);
        }
        out["nodes"] = std::move(each);
        io.out << boost::json::serialize(out) << '\n';
        return any ? exit_code::ok : exit_code::refused;
    }
    for (const auto &[node, list] : *values) {
        for (const auto &value : list)
            io.out << (same ? "" : node + ": ") << value << '\n';
        if (same)
            break;
    }
    if (any)
        return exit_code::ok;
    return io.complain({"E0002", path->text() + " is not set.", "keepalived's default holds; set writes a value."},
                       exit_code::refused);
}

int setValue(const EditWanted &wanted, const Streams &io)
{
    return edit(wanted, io, [&](const config::EditContext &context, const Path &path) {
        const auto written = wanted.inPlace ? config::edit::Written::InPlace : config::edit::Written::WhereItStands;
        return config::edit::PathEditor(context).set(path, wanted.node, joined(wanted.words, " "), written);
    });
}

int unsetValue(const EditWanted &wanted, const Streams &io)
{
    return edit(wanted, io, [&](const config::EditContext &context, const Path &path) {
        return config::edit::PathEditor(context).remove(path, wanted.node);
    });
}

int addThing(const EditWanted &wanted, const Streams &io)
{
    return edit(wanted, io, [&](const config::EditContext &context, const Path &path) {
        return config::edit::PathEditor(context).add(path, wanted.node, wanted.words);
    });
}

int renameThing(const EditWanted &wanted, const Streams &io)
{
    return edit(wanted, io, [&](const config::EditContext &context, const Path &path) {
        return config::edit::Renamer(context).rename(path, joined(wanted.words, " "));
    });
}

int moveThing(const EditWanted &wanted, const Streams &io)
{
    return edit(wanted, io, [&](const config::EditContext &context, const Path &path) -> Edits {
        const auto where = Path::parse(joined(wanted.words, " "));
        if (!where)
            return tl::unexpected(where.error());
        const auto side = wanted.side == "before" ? config::edit::Side::Before
                          : wanted.side == "into" ? config::edit::Side::Into
                                                  : config::edit::Side::Behind;
        return config::edit::Mover(context).move(path, side, *where);
    });
}

} // namespace twinhelm::ctl
