#include "gui/core/document/problem_list.h"

#include <algorithm>
#include <tuple>

#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

Problem asProblem(const config::SourceSet &sources, const Diagnostic &diagnostic)
{
    Problem problem;
    problem.code = toQt(diagnostic.code);
    problem.severity = diagnostic.severity;
    problem.message = toQt(diagnostic.message);
    problem.place = placeOf(sources, diagnostic.range);
    for (const auto &note : diagnostic.notes)
        problem.notes << ProblemNote{placeOf(sources, note.range), toQt(note.message)};
    problem.fixes = diagnostic.fixes;
    return problem;
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
    for (const auto &node : nodes) {
        const auto found = loaded.find(node);
        if (found == loaded.end())
            continue;
        for (const auto &diagnostic : found->second->findings()) {
            auto problem = asProblem(found->second->sources, diagnostic);
            const auto known =
                std::find_if(all.begin(), all.end(), [&](const Problem &each) { return each.sameFinding(problem); });
            auto &target = known == all.end() ? all.emplace_back(std::move(problem)) : *known;
            if (!target.nodes.contains(node))
                target.nodes << node;
        }
    }
    for (auto &problem : all) {
        if (problem.nodes.size() == nodes.size())
            problem.nodes.clear();
    }
    std::stable_sort(all.begin(), all.end(), [](const Problem &a, const Problem &b) { return order(a) < order(b); });
    return all;
}

} // namespace twinhelm::desk
