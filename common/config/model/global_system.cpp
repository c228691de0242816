#include <array>

#include "common/config/model/global_fields.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

// Processes and files in global_defs.
namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using G = GlobalDefs;
using P = ProcessSettings;
using N = NetlinkBuffers;
using F = FileSettings;

template<auto Process>
Field<G> processors(std::string_view name)
{
    return {name,
            [](G &global, const Statement &statement) {
                auto &list = (global.*Process).processors;
                list.clear();
                for (const auto &word : statement.words.subspan(1)) {
                    if (const auto number = readUnsigned(word.text); number && *number < 4096)
                        list.emplace_back(static_cast<unsigned>(*number), word.range);
                }
            },
            [](const G &global, std::string_view keyword, Outline &out) {
                const auto &list = (global.*Process).processors;
                if (list.empty())
                    return;
                showFlag(out, keyword, true);
                for (const auto &number : list)
                    out.back().terms.push_back(term(*number));
            }};
}

struct ProcessNames {
    std::string_view name, priority, noSwap, realtime, affinity, limit;
};

template<auto Process>
std::vector<Field<G>> fieldsOf(const ProcessNames &words)
{
    return {
        inherited<Process, &P::name>(words.name),
        field<Process, &P::niceness>(words.priority),
        flag<Process, &P::noSwap>(words.noSwap),
        inherited<Process, &P::realtimePriority>(words.realtime),
        processors<Process>(words.affinity),
        timed<takeMicroseconds, microseconds, Process, &P::realtimeLimit>(words.limit),
    };
}

/// The highest real-time priority there is.
constexpr int mostPriority = 99;

void readMaxAutoPriority(G &global, const Statement &statement)
{
    if (statement.argument())
        take(global.maxAutoPriority, statement);
    else
        global.maxAutoPriority.set(mostPriority, statement.words.front().range);
}

std::optional<unsigned> readUmask(std::string_view text)
{
    if (const auto number = readAnyBase(text))
        return *number <= 0777 ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
    unsigned mask = 0;
    while (!text.empty()) {
        const auto bar = text.find('|');
        auto word = text.substr(0, bar);
        text.remove_prefix(bar == std::string_view::npos ? text.size() : bar + 1);
        static constexpr std::array<std::pair<std::string_view, unsigned>, 12> bits{{{"IRUSR", 0400},
                                                                                     {"IWUSR", 0200},
                                                                                     {"IXUSR", 0100},
                                                                                     {"IRWXU", 0700},
                                                                                     {"IRGRP", 0040},
                                                                                     {"IWGRP", 0020},
                                                                                     {"IXGRP", 0010},
                                                                                     {"IRWXG", 0070},
                                                                                     {"IROTH", 0004},
                                                                                     {"IWOTH", 0002},
                                                                                     {"IXOTH", 0001},
                                                                                     {"IRWXO", 0007}}};
        bool known = false;
        for (const auto &[name, bit] : bits) {
            if (word == name) {
                mask |= bit;
                known = true;
            }
        }
        if (!known)
            return std::nullopt;
    }
    return mask;
}

/// The bits may stand in several words: IRWXG | IRWXO.
void readUmaskStatement(G &global, const Statement &statement)
{
    std::string text;
    for (const auto &word : statement.words.subspan(1))
        text += word.text;
    if (const auto mask = text.empty() ? std::nullopt : readUmask(text))
        global.files.umask.set(*mask, statement.words[1].range);
}

void showUmask(const G &global, std::string_view name, Outline &out)
{
    if (!global.files.umask.given)
        return;
    std::string text = "0";
    for (int shift = 6; shift >= 0; shift -= 3)
        text += static_cast<char>('0' + ((*global.files.umask >> shift) & 7U));
    show(out, name, {term(text)});
}

template<auto M>
Field<G> optionalPath(std::string_view name)
{
    return {name, [](G &global, const Statement &from) { takeOptional(global.files.*M, from); },
            [](const G &global, std::string_view keyword, Outline &out) {
                const auto &value = global.files.*M;
                if (value.given)
                    show(out, keyword, value->empty() ? std::vector<Term>{} : std::vector<Term>{term(*value)});
            }};
}

} // namespace

std::vector<Field<GlobalDefs>> processFields()
{
    std::vector<Field<G>> out{
        flag<&G::processNames>(names::processNames),
        inherited<&G::processName>(names::processName),
        {names::maxAutoPriority, readMaxAutoPriority,
         [](const G &g, std::string_view name, Outline &o) { showGiven(o, name, g.maxAutoPriority); }},
        timed<takeMicroseconds, microseconds, &G::minAutoPriorityDelay>(names::minAutoPriorityDelay),
    };
    const auto add = [&](const std::vector<Field<G>> &part) { out.insert(out.end(), part.begin(), part.end()); };
    add(fieldsOf<&G::vrrpProcess>({names::vrrpProcessName, names::vrrpPriority, names::vrrpNoSwap,
                                   names::vrrpRtPriority, names::vrrpCpuAffinity, names::vrrpRlimitRttime}));
    add(fieldsOf<&G::checkerProcess>({names::checkerProcessName, names::checkerPriority, names::checkerNoSwap,
                                      names::checkerRtPriority, names::checkerCpuAffinity,
                                      names::checkerRlimitRttime}));
    add(fieldsOf<&G::bfdProcess>({names::bfdProcessName, names::bfdPriority, names::bfdNoSwap, names::bfdRtPriority,
                                  names::bfdCpuAffinity, names::bfdRlimitRttime}));
    add({
        inherited<&G::vrrpNetlink, &N::command>(names::vrrpNetlinkCmdRcvBufs),
        field<&G::vrrpNetlink, &N::commandForce>(names::vrrpNetlinkCmdRcvBufsForce),
        inherited<&G::vrrpNetlink, &N::monitor>(names::vrrpNetlinkMonitorRcvBufs),
        field<&G::vrrpNetlink, &N::monitorForce>(names::vrrpNetlinkMonitorRcvBufsForce),
        inherited<&G::lvsNetlink, &N::command>(names::lvsNetlinkCmdRcvBufs),
        field<&G::lvsNetlink, &N::commandForce>(names::lvsNetlinkCmdRcvBufsForce),
        inherited<&G::lvsNetlink, &N::monitor>(names::lvsNetlinkMonitorRcvBufs),
        field<&G::lvsNetlink, &N::monitorForce>(names::lvsNetlinkMonitorRcvBufsForce),
        inherited<&G::processMonitorBuffer>(names::processMonitorRcvBufs),
        field<&G::processMonitorBufferForce>(names::processMonitorRcvBufsForce),
    });
    return out;
}

std::vector<Field<GlobalDefs>> fileFields()
{
    return {
        {names::umask, readUmaskStatement, showUmask},
        inherited<&G::files, &F::randomSeed>(names::randomSeed),
        optionalPath<&F::reloadCheckConfig>(names::reloadCheckConfig),
        inherited<&G::files, &F::reloadTimeFile>(names::reloadTimeFile),
        flag<&G::files, &F::reloadRepeat>(names::reloadRepeat),
        optionalPath<&F::reloadFile>(names::reloadFile),
        {names::includeCheck, [](G &g, const Statement &from) { takeWords(g.files.includeChecks, from); }, nullptr},
        inherited<&G::files, &F::configSaveDir>(names::configSaveDir),
        inherited<&G::files, &F::tmpConfigDirectory>(names::tmpConfigDirectory),
        field<&G::files, &F::dataUseInstance>(names::dataUseInstance),
        field<&G::files, &F::jsonVersion>(names::jsonVersion),
        inherited<&G::files, &F::iprouteUsrDir>(names::iprouteUsrDir),
        inherited<&G::files, &F::iprouteEtcDir>(names::iprouteEtcDir),
        inherited<&G::files, &F::stateDumpFile>(names::stateDumpFile),
        inherited<&G::files, &F::statsDumpFile>(names::statsDumpFile),
        inherited<&G::files, &F::jsonDumpFile>(names::jsonDumpFile),
    };
}

} // namespace twinhelm::config::model
