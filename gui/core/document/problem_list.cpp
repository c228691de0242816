#include "gui/core/document/problem_list.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "common/cluster/check_cluster.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

/// Whose sources a range is of, by config id.
using SourcesOf = std::function<const config::SourceSet &(const std::string &node)>;

Problem asProblem(const SourcesOf &sourcesOf, const Diagnostic &diagnostic)
{
    Problem problem;
    problem.code = toQt(diagnostic.code);
    problem.severity = diagnostic.severity;
    problem.message = toQt(diagnostic.message);
    problem.place = placeOf(sourcesOf(diagnostic.node), diagnostic.range);
    for (const auto &note : diagnostic.notes) {
        const auto &sources = sourcesOf(note.node.empty() ? diagnostic.node : note.node);
        problem.notes << ProblemNote{placeOf(sources, note.range), toQt(note.message)};
    }
    problem.fixes = diagnostic.fixes;
    return problem;
}

/// What can be said only by looking at all nodes; it concerns the cluster, hence no node's name.
QList<Problem> betweenNodes(const LoadedNodes &loaded, const QStringList &nodes)
{
    std::vector<cluster::CheckedNode> checked;
    for (const auto &node : nodes) {
        if (const auto found = loaded.find(node); found != loaded.end())
            checked.push_back({toStd(node), found->second.get(), nullptr});
    }
    const auto sourcesOf = [&](const std::string &node) -> const config::SourceSet & {
        return loaded.at(toQt(node))->sources;
    };
    QList<Problem> out;
    for (const auto &diagnostic : cluster::checkCluster(checked))
        out << asProblem(sourcesOf, diagnostic);
    return out;
}

using Key = std::tuple<QString, QString, qsizetype>; ///< code, file and place

Key keyOf(const Problem &problem)
{
    return {problem.code, problem.place.file, problem.place.begin};
}

auto order(const Problem &problem)
{
    return std::tuple(problem.severity, !problem.place.inDocument(), problem.place.file, problem.place.line,
                      problem.place.column, problem.code);
}

} // namespace

Place placeOf(const config::SourceSet &sources, const SourceRange &range)
{
    Place place;
    if (range.file >= sources.size())
        return place;
    const auto at = sources.position(range.file, range.begin);
    const auto line = sources.line(range.file, at.line);
    place.line = static_cast<int>(at.line);
    place.column = static_cast<int>(toQt(line.substr(0, at.column - 1)).size()) + 1;
    if (range.file == 0) {
        place.begin = range.begin;
        place.end = range.end;
    } else {
        place.file = toQt(sources.path(range.file));
    }
    return place;
}

QList<Problem> problemsOf(const LoadedNodes &loaded, const QStringList &nodes)
{
    QList<Problem> all;
    std::multimap<Key, qsizetype> known; // findings that may be the same: thousands of them are no rarity
    for (const auto &node : nodes) {
        const auto found = loaded.find(node);
        if (found == loaded.end())
            continue;
        const auto own = [&](const std::string &) -> const config::SourceSet & { return found->second->sources; };
        for (const auto &diagnostic : found->second->findings()) {
            auto problem = asProblem(own, diagnostic);
            const auto [first, last] = known.equal_range(keyOf(problem));
            const auto same =
                std::find_if(first, last, [&](const auto &each) { return all[each.second].sameFinding(problem); });
            if (same == last) {
                known.emplace(keyOf(problem), all.size());
                all << std::move(problem);
            }
            auto &target = same == last ? all.back() : all[same->second];
            if (!target.nodes.contains(node))
                target.nodes << node;
        }
    }
    for (auto &problem : all) {
        if (problem.nodes.size() == nodes.size())
            problem.nodes.clear();
    }
    all << betweenNodes(loaded, nodes);
    std::stable_sort(all.begin(), all.end(), [](const Problem &a, const Problem &b) { return order(a) < order(b); });
    return all;
}

} // namespace twinhelm::desk
