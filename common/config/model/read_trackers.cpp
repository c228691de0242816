#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

// track_group, track_file and vrrp_track_process.
namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

constexpr ChoiceWords<TrackProcess::ParameterMatch, 3> matches{
    {{names::exact, TrackProcess::ParameterMatch::Exact},
     {names::initial, TrackProcess::ParameterMatch::Initial},
     {names::partial, TrackProcess::ParameterMatch::Partial}}};

/// [VALUE] [overwrite]
void readInitFile(TrackFile &file, const Statement &statement)
{
    file.create.set(true, statement.words.front().range);
    for (const auto &word : statement.words.subspan(1)) {
        if (word.text == names::overwrite)
            file.overwrite.set(true, word.range);
        else if (const auto number = readInteger(word.text); number && std::in_range<int>(*number))
            file.firstValue.set(static_cast<int>(*number), word.range);
    }
}

void showInitFile(const TrackFile &file, std::string_view name, Outline &out)
{
    if (!*file.create)
        return;
    showFlag(out, name, true);
    if (file.firstValue.given)
        out.back().terms.push_back(keyed("value", term(*file.firstValue)));
    if (*file.overwrite)
        out.back().terms.push_back(flagTerm(names::overwrite));
}

void readProcess(TrackProcess &process, const Statement &statement)
{
    const auto words = splitCommandWords(statement.line());
    if (words.size() < 2)
        return;
    std::vector<std::string> argv;
    for (std::size_t i = 1; i < words.size(); ++i) {
        auto parts = words[i].quoted && words.size() == 2 ? splitArguments(words[i].text)
                                                          : std::vector<std::string>{words[i].text};
        argv.insert(argv.end(), parts.begin(), parts.end());
    }
    process.process.set(std::move(argv), {words[1].range.file, words[1].range.begin, words.back().range.end});
}

void showProcess(const TrackProcess &process, std::string_view name, Outline &out)
{
    if (!process.process.given)
        return;
    showFlag(out, name, true);
    for (const auto &word : *process.process)
        out.back().terms.push_back(term(word));
}

void readDelay(TrackProcess &process, const Statement &statement)
{
    take(process.terminateDelay, statement);
    take(process.forkDelay, statement);
}

} // namespace

const FieldTable<TrackGroup> &trackGroupFields()
{
    static const FieldTable<TrackGroup> table(names::trackGroup, {list<&TrackGroup::members>(names::group)});
    return table;
}

const FieldTable<TrackFile> &trackFileFields()
{
    using S = TrackFile;
    static const FieldTable<S> table(
        names::trackFile,
        {
            field<&S::path>(names::file),
            {names::weight, [](S &s, const Statement &from) { takeWeight(s.weight, s.reverse, from); },
             [](const S &s, std::string_view name, Outline &out) { showWeight(out, name, s.weight, *s.reverse); }},
            {names::initFile, readInitFile, showInitFile},
        });
    return table;
}

const FieldTable<TrackProcess> &trackProcessFields()
{
    using S = TrackProcess;
    static const FieldTable<S> table(
        names::vrrpTrackProcess,
        {
            {names::process, readProcess, showProcess},
            {names::paramMatch,
             [](S &s, const Statement &from) {
                 if (from.argument())
                     takeChoice(s.parameterMatch, matches, from);
                 else
                     s.parameterMatch.set(S::ParameterMatch::Exact, from.words.front().range);
             },
             [](const S &s, std::string_view name, Outline &out) {
                 if (s.parameterMatch.given && *s.parameterMatch != S::ParameterMatch::Exact)
                     show(out, name, {term(std::string(wordFor(matches, *s.parameterMatch)))});
             }},
            flag<&S::fullCommand>(names::fullCommand),
            {names::weight, [](S &s, const Statement &from) { takeWeight(s.weight, s.reverse, from); },
             [](const S &s, std::string_view name, Outline &out) { showWeight(out, name, s.weight, *s.reverse); }},
            field<&S::quorum>(names::quorum),
            inherited<&S::quorumMax>(names::quorumMax),
            {names::delay, readDelay, nullptr},
            field<&S::terminateDelay>(names::terminateDelay),
            field<&S::forkDelay>(names::forkDelay),
        });
    return table;
}

TrackGroup readTrackGroup(const Statement &block)
{
    TrackGroup group;
    group.range = block.line().range();
    take(group.name, block);
    trackGroupFields().readAll(group, block);
    return group;
}

TrackFile readTrackFile(const Statement &block)
{
    TrackFile file;
    file.range = block.line().range();
    take(file.name, block);
    trackFileFields().readAll(file, block);
    return file;
}

TrackProcess readTrackProcess(const Statement &block)
{
    TrackProcess process;
    process.range = block.line().range();
    take(process.name, block);
    trackProcessFields().readAll(process, block);
    return process;
}

} // namespace twinhelm::config::model
